package org.segue.training;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.segue.model.ActiveModel;
import org.segue.model.Hyperparameters;
import org.segue.model.ModelManifest;
import org.segue.model.Objective;
import org.segue.ranking.RankingState;
import org.segue.ranking.Snapshots;
import org.segue.storage.Guarded;

/**
 * Trains by itself, with the hyperparameters of the model that answers, when interactions have come or gone since: on a
 * schedule, or when enough have changed. A first model is for people to ask for. Looks once a minute; {@link TrainingService}
 * sees to it that there is one training at a time.
 */
@Singleton
public class Retraining {

    private static final Logger LOG = Logger.getLogger(Retraining.class);

    private final TrainingService trainings;
    private final Snapshots snapshots;
    private final TrainingConfig config;
    private final ActiveModel models;

    Retraining(TrainingService trainings, Snapshots snapshots, TrainingConfig config, ActiveModel models) {
        this.models = models;
        this.trainings = trainings;
        this.snapshots = snapshots;
        this.config = config;
    }

    // Waits for a look that is at work: the database closes next.
    @PreDestroy
    synchronized void stop() {}

    @Scheduled(identity = "retraining", every = "1m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        Guarded.run("Segue could not train by itself", () -> look(Clock.system(ZoneId.systemDefault())));
    }

    /** Trains if it is time to; tells whether it does. */
    synchronized boolean look(Clock clock) {
        RankingState state = snapshots.state();
        // A song model was trained elsewhere: what is renewed is the model that was trained here, if there is one.
        ModelManifest model =
                state.model() == null ? null : models.trainedHere().orElse(null);
        if (model == null || trainings.running().isPresent() || !isDue(model, state.interactions(), clock)) {
            return false;
        }
        return train(model, state.interactions());
    }

    private boolean isDue(ModelManifest model, long interactions, Clock clock) {
        long changed = Math.abs(interactions - model.size().interactions());
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
        return Stream.concat(asked, Stream.of(model.provenance().createdAt()))
                .filter(moment -> !moment.isAfter(now))
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    // Of other data, other hyperparameters may be the best.
    private boolean train(ModelManifest model, long interactions) {
        boolean isOtherData = Math.abs(interactions - model.size().interactions())
                > model.size().interactions() / 2;
        Hyperparameters hyperparameters = model.provenance().hyperparameters();
        boolean searched = isOtherData && hyperparameters.loss().objective() == Objective.IMPLICIT;
        try {
            Training started =
                    trainings.start(new TrainingSpec(hyperparameters, searched ? TuningSpace.ALL : null, true));
            LOG.infof("Interactions have changed: training %d has begun by itself", started.id());
            return true;
        } catch (TrainingUnderWayException e) {
            return false;
        }
    }
}
