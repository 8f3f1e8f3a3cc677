package org.segue.training;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.InteractionRepository;
import org.segue.jobs.JobStatus;
import org.segue.listens.ListensChanged;
import org.segue.listens.Measure;
import org.segue.model.Activation;
import org.segue.model.ActiveModel;
import org.segue.model.Hyperparameters;
import org.segue.model.ModelFiles;
import org.segue.model.ModelManifest;
import org.segue.model.Objective;
import org.segue.model.Trial;
import org.segue.storage.DataFolder;

/**
 * Trains models, one at a time, in the background: writes the interactions into a job folder, has a worker train on it, and
 * publishes what comes of it; whether that answers from then on, the {@link ActivationPolicy} decides. However a training ends, the
 * model before it goes on answering and the job says what happened. Its methods block.
 */
@Singleton
public class TrainingService {

    private static final Logger LOG = Logger.getLogger(TrainingService.class);

    private final DataFolder folder;
    private final TrainingRepository trainings;
    private final InteractionRepository interactions;
    private final ActiveModel models;
    private final TrainingConfig config;
    private final MeterRegistry metrics;
    private final TrainingRunner runner;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread created = new Thread(task, "segue-trainings");
        created.setDaemon(true);
        return created;
    });
    private volatile @Nullable Training current;
    private volatile List<EpochLoss> losses = List.of();
    private volatile @Nullable TrainingHandle run;
    private volatile boolean cancelled;
    private volatile boolean stopping;

    TrainingService(
            DataFolder folder,
            TrainingRepository trainings,
            InteractionRepository interactions,
            ActiveModel models,
            TrainingConfig config,
            MeterRegistry metrics,
            TrainingRunner runner) {
        this.folder = folder;
        this.trainings = trainings;
        this.interactions = interactions;
        this.models = models;
        this.config = config;
        this.metrics = metrics;
        this.runner = runner;
    }

    // Nothing of a training that was interrupted is of use.
    void start(@Observes StartupEvent event) throws IOException {
        int interrupted = trainings.failInterrupted(
                "Segue was stopped while this training ran. The model before it is still in force: start it again.");
        if (interrupted > 0) {
            LOG.warnf("%d training(s) had been interrupted and are marked as failed", interrupted);
        }
        DataFolder.delete(jobs());
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
    public synchronized Training start(TrainingSpec order) throws TrainingUnderWayException {
        Training underWay = current;
        if (underWay != null) {
            throw new TrainingUnderWayException(underWay);
        }
        Training training = trainings.create(order);
        current = training;
        cancelled = false;
        thread.execute(() -> train(training.id(), order));
        return training;
    }

    /** The training that runs now. Never blocks. */
    public Optional<Training> running() {
        return Optional.ofNullable(current);
    }

    /** The training of a number, as it stands now. */
    public Optional<Training> byId(int id) {
        return running().filter(training -> training.id() == id).or(() -> trainings.byId(id));
    }

    /** Trainings with a number below one, newest first, as they stand now. */
    public List<Training> newest(int below, int limit) {
        return trainings.newest(below, limit).stream()
                .map(training -> byId(training.id()).orElse(training))
                .toList();
    }

    /** Number of trainings ever accepted. */
    public int count() {
        return trainings.count();
    }

    /**
     * Asks a training to end without a model.
     *
     * @return whether it runs
     */
    public synchronized boolean cancel(int id) {
        Training underWay = current;
        if (underWay == null || underWay.id() != id) {
            return false;
        }
        cancelled = true;
        TrainingHandle atWork = run;
        if (atWork != null) {
            atWork.cancel();
        }
        return true;
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        running().ifPresent(training -> cancel(training.id()));
        thread.shutdown();
        thread.awaitTermination(5, TimeUnit.SECONDS);
    }

    private void train(int id, TrainingSpec order) {
        Outcome outcome = new Outcome(JobStatus.FAILED, "Something unexpected went wrong; the log says more.", null);
        try {
            losses = List.of();
            current = trainings.start(id);
            outcome = new Outcome(JobStatus.COMPLETED, null, work(id, order));
        } catch (CancellationException e) {
            outcome = new Outcome(JobStatus.CANCELLED, null, null);
        } catch (TrainingFailedException | NothingToTrainException e) {
            outcome = new Outcome(JobStatus.FAILED, e.getMessage(), null);
        } catch (IOException e) {
            LOG.errorf(e, "Training %d failed", id);
            outcome = new Outcome(JobStatus.FAILED, "The disk cannot be read or written: " + e.getMessage(), null);
        } catch (InterruptedException | RuntimeException e) {
            LOG.errorf(e, "Training %d failed", id);
        } finally {
            end(id, outcome);
        }
    }

    private record Outcome(
            JobStatus status,
            @Nullable String error,
            @Nullable Published published) {}

    private record Published(ModelManifest manifest, Activation activation) {}

    private static final class NothingToTrainException extends Exception {
        private static final long serialVersionUID = 1L;

        NothingToTrainException() {
            super("There are no interactions to train on: import a listening history first.");
        }
    }

    private Published work(int id, TrainingSpec order)
            throws IOException, InterruptedException, TrainingFailedException, NothingToTrainException {
        Measure measure = order.hyperparameters().objective() == Objective.EXPLICIT
                ? interactions.explicitMeasure()
                : Measure.PLAYS;
        Path path = jobs().resolve("training-" + id);
        try {
            JobFolder job = create(path, order, measure);
            awaitEnd(job);
            ModelManifest manifest = ModelFiles.readManifest(job.model());
            Activation activation = ActivationPolicy.decide(
                    manifest.evaluation(), models.served().isEmpty());
            return new Published(manifest.published(models.publish(job.model(), activation), activation), activation);
        } finally {
            DataFolder.delete(path);
        }
    }

    private JobFolder create(Path path, TrainingSpec order, Measure measure)
            throws IOException, NothingToTrainException {
        InteractionMatrix matrix = interactions.matrix(measure);
        if (matrix.interactions() == 0) {
            throw new NothingToTrainException();
        }
        int threads = config.threads().orElse(Runtime.getRuntime().availableProcessors());
        Hyperparameters recipe = order.recipe(matrix);
        note(before -> before.of(recipe));
        WorkerJob job = new WorkerJob(
                recipe,
                measure,
                threads,
                order.evaluate(),
                order.tuning(),
                config.searchLimit().toMillis() / 1000.0,
                former(order));
        return JobFolder.create(path, job, matrix);
    }

    // Only an implicit recipe is compared: an explicit one is for values, and to fit it for its ranking would take
    // longest.
    private @Nullable Hyperparameters former(TrainingSpec order) {
        if (order.hyperparameters().objective() != Objective.IMPLICIT) {
            return null;
        }
        return models.served()
                .map(ModelManifest::hyperparameters)
                .filter(served -> served.objective() == Objective.IMPLICIT)
                .orElse(null);
    }

    private void awaitEnd(JobFolder job) throws IOException, InterruptedException, TrainingFailedException {
        TrainingHandle started = runner.start(job, new ProgressListener() {
            @Override
            public void epochDone(TrainingProgress epochs) {
                noteLoss(new EpochLoss(epochs.epoch(), epochs.loss()));
                note(before -> before.after(epochs));
            }

            @Override
            public void trialDone(Trial trial) {
                note(before -> before.after(trial));
            }
        });
        run = started;
        try {
            if (cancelled) {
                started.cancel();
            }
            started.await();
        } finally {
            run = null;
        }
    }

    // One thread tells of epochs. Another fit begins again at the first.
    private void noteLoss(EpochLoss loss) {
        List<EpochLoss> before = losses;
        boolean goesOn = !before.isEmpty() && before.get(before.size() - 1).epoch() < loss.epoch();
        losses = Stream.concat(goesOn ? before.stream() : Stream.empty(), Stream.of(loss))
                .toList();
    }

    /** The losses of the fit that runs, in order; none if no training runs, or none of its epochs is done. */
    public List<EpochLoss> losses() {
        return running().isPresent() ? losses : List.of();
    }

    private void note(UnaryOperator<Training> news) {
        Training before = current;
        if (before != null) {
            current = news.apply(before);
        }
    }

    private void end(int id, Outcome outcome) {
        Training last = current;
        // Nobody cancelled what ends because Segue does: the next start says so, as after a kill.
        boolean stopped = stopping && outcome.status() == JobStatus.CANCELLED;
        try {
            if (last != null && !stopped) {
                note(last, outcome);
            }
        } finally {
            current = null;
        }
        metrics.counter("segue.trainings", "status", outcome.status().word()).increment();
        Published published = outcome.published();
        LOG.infof(
                "Training %d %s: %s",
                (Object) id,
                outcome.status().word(),
                published == null
                        ? outcome.error()
                        : "model " + published.manifest().version());
    }

    private void note(Training last, Outcome outcome) {
        Published published = outcome.published();
        if (published == null) {
            trainings.finish(last, outcome.status(), outcome.error());
        } else {
            trainings.complete(last, published.manifest(), published.activation());
        }
    }

    private Path jobs() {
        return folder.folder("jobs");
    }
}
