package org.segue.training;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.segue.model.ModelManifest;
import org.segue.model.Objective;
import org.segue.ranking.RankingState;
import org.segue.ranking.Snapshots;

/**
 * Trains by itself, by the recipe of the model that answers, when its interactions are no longer those that there are: on a
 * schedule, or when enough have changed. A first model is for people to ask for. Looks once a minute, in a thread of its own;
 * that never two trainings run, {@link TrainingService} sees to.
 */
@Singleton
public class Retraining {

    private static final Logger LOG = Logger.getLogger(Retraining.class);

    private final TrainingService trainings;
    private final Snapshots snapshots;
    private final TrainingConfig config;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread created = new Thread(task, "segue-retraining");
        created.setDaemon(true);
        return created;
    });

    private @Nullable Future<?> looks;

    Retraining(TrainingService trainings, Snapshots snapshots, TrainingConfig config) {
        this.trainings = trainings;
        this.snapshots = snapshots;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        looks = thread.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.MINUTES);
    }

    // What is at work comes to a good end: the database closes next.
    @PreDestroy
    void stop() throws InterruptedException {
        if (looks != null) {
            looks.cancel(false);
        }
        thread.shutdown();
        thread.awaitTermination(5, TimeUnit.SECONDS);
    }

    // What a scheduled task throws would end the schedule.
    private void look() {
        try {
            look(Clock.system(ZoneId.systemDefault()));
        } catch (RuntimeException e) {
            LOG.error("Segue could not train by itself", e);
        }
    }

    /** Trains if it is time to; tells whether it does. */
    boolean look(Clock clock) {
        RankingState state = snapshots.state();
        ModelManifest model = state.model();
        if (model == null || trainings.running().isPresent() || !isDue(model, state.interactions(), clock)) {
            return false;
        }
        return train(model, state.interactions());
    }

    private boolean isDue(ModelManifest model, long interactions, Clock clock) {
        long changed = Math.abs(interactions - model.interactions());
        if (changed == 0) {
            return false;
        }
        ZonedDateTime last = lastAttempt(model, clock.instant()).atZone(clock.getZone());
        boolean enough = config.retrainAfter().isPresent()
                && changed >= config.retrainAfter().getAsInt()
                && RetrainingSchedule.HOURLY.isDue(last, ZonedDateTime.now(clock));
        return enough || config.retrain().isDue(last, ZonedDateTime.now(clock));
    }

    // A training that failed, or whose model was not activated, is not tried again at once. What seems to have happened
    // in
    // the future happened before the clock was set back, and would stop all trainings until then.
    private Instant lastAttempt(ModelManifest model, Instant now) {
        Stream<Instant> asked = trainings.newest(Integer.MAX_VALUE, 1).stream().map(Training::createdAt);
        return Stream.concat(asked, Stream.of(model.createdAt()))
                .filter(moment -> !moment.isAfter(now))
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    // Of other data, another recipe may be the best.
    private boolean train(ModelManifest model, long interactions) {
        boolean isOtherData = Math.abs(interactions - model.interactions()) > model.interactions() / 2;
        boolean searched = isOtherData && model.hyperparameters().objective() == Objective.IMPLICIT;
        try {
            Training started =
                    trainings.start(new TrainingSpec(model.hyperparameters(), searched ? TuningSpace.ALL : null, true));
            LOG.infof("Interactions have changed: training %d has begun by itself", started.id());
            return true;
        } catch (TrainingUnderWayException e) {
            return false;
        }
    }
}
