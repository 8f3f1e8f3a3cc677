package org.segue.training;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.segue.jobs.JobRunner;
import org.segue.jobs.JobStatus;
import org.segue.listens.ListensChanged;
import org.segue.model.ActiveModel;

/**
 * Trains models, one at a time, in the background. However a training ends, the model before it goes on answering, unless the
 * {@link ActivationPolicy} replaces it, and the job says what happened. Its methods block.
 */
@Singleton
public class TrainingService {

    private static final Logger LOG = Logger.getLogger(TrainingService.class);

    private final TrainingRepository trainings;
    private final TrainingWork work;
    private final ActiveModel models;
    private final JobRunner<Training> jobs;

    TrainingService(TrainingRepository trainings, TrainingWork work, ActiveModel models) {
        this.trainings = trainings;
        this.work = work;
        this.models = models;
        this.jobs = new JobRunner<>("training", trainings, work);
    }

    // Nothing of a training that was interrupted is of use.
    void start(@Observes StartupEvent event) throws IOException {
        int interrupted =
                trainings.failInterrupted(TrainingPhrase.INTERRUPTED.with(), JobStatus.QUEUED, JobStatus.RUNNING);
        if (interrupted > 0) {
            LOG.warnf("%d training(s) had been interrupted and are marked as failed", interrupted);
        }
        work.deleteLeftovers();
    }

    // The demo is there to be tried: it trains itself. After the ranking has taken notice.
    void demoImported(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) ListensChanged event) {
        if (event.source().equals(ListensChanged.DEMO) && models.load().isEmpty()) {
            try {
                start(TrainingSpec.byDefault());
            } catch (TrainingUnderWayException e) {
                LOG.debug("The demo is being trained already");
            }
        }
    }

    /**
     * Starts a training.
     *
     * @throws TrainingUnderWayException if one runs
     */
    public synchronized Training start(TrainingSpec spec) throws TrainingUnderWayException {
        Training underWay = running().orElse(null);
        if (underWay != null) {
            throw new TrainingUnderWayException(underWay);
        }
        Training training = trainings.create(spec);
        work.prepare(training.id(), spec);
        jobs.submit(training);
        return training;
    }

    /** The training that runs now. Never blocks. */
    public Optional<Training> running() {
        return jobs.current();
    }

    /** The training of a number, as it stands now. */
    public Optional<Training> byId(int id) {
        return jobs.byId(id);
    }

    /** Trainings with a number below one, newest first, as they stand now. */
    public List<Training> newest(int below, int limit) {
        return jobs.newest(below, limit);
    }

    /** Number of trainings ever accepted. */
    public int count() {
        return jobs.count();
    }

    /** The losses of the fit that runs, in order; none if no training runs, or none of its epochs is done. */
    public List<EpochLoss> losses() {
        return running().isPresent() ? work.losses() : List.of();
    }

    /**
     * Asks a training to end without a model.
     *
     * @return whether it runs
     */
    public boolean cancel(int id) {
        return jobs.cancel(id);
    }

    @PreDestroy
    void stop() throws InterruptedException {
        jobs.stop();
    }
}
