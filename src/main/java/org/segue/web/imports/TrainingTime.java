package org.segue.web.imports;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.segue.jobs.JobStatus;
import org.segue.model.ModelManifest;
import org.segue.ranking.RankingState;
import org.segue.ranking.Snapshots;
import org.segue.training.Training;
import org.segue.training.TrainingService;

/** How long a training will take, as far as former ones tell. Its methods block. */
@Singleton
class TrainingTime {

    private static final int LOOKED_AT = 20;

    private final TrainingService trainings;
    private final Snapshots snapshots;

    TrainingTime(TrainingService trainings, Snapshots snapshots) {
        this.trainings = trainings;
        this.snapshots = snapshots;
    }

    /**
     * As long as the newest one that was completed, or longer where there is more to learn from by now; empty before the first.
     */
    Optional<Duration> expected() {
        return trainings.newest(Integer.MAX_VALUE, LOOKED_AT).stream()
                .filter(training -> training.status() == JobStatus.COMPLETED && !training.tune())
                .findFirst()
                .flatMap(this::scaled);
    }

    private Optional<Duration> scaled(Training former) {
        Instant from = former.startedAt();
        Instant to = former.finishedAt();
        String model = former.outcome().model();
        if (from == null || to == null || model == null) {
            return Optional.empty();
        }
        double millis = Duration.between(from, to).toMillis() * growthSince(model);
        return Optional.of(Duration.ofMillis(Math.round(millis)));
    }

    private double growthSince(String model) {
        RankingState state = snapshots.state();
        ModelManifest served = state.model();
        if (served == null || !model.equals(served.version()) || served.size().interactions() == 0) {
            return 1;
        }
        return Math.max(1, (double) state.interactions() / served.size().interactions());
    }
}
