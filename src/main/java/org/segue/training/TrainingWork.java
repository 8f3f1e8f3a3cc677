package org.segue.training;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.InteractionRepository;
import org.segue.jobs.JobFailedException;
import org.segue.jobs.JobWork;
import org.segue.jobs.LiveJob;
import org.segue.listens.Measure;
import org.segue.model.ActiveModel;
import org.segue.model.ModelManifest;
import org.segue.model.Objective;
import org.segue.model.Trial;
import org.segue.storage.DataFolder;

/**
 * The work of a training: writes the interactions into a job folder, has a worker train on it, and publishes what comes of it;
 * whether that answers from then on, the {@link ActivationPolicy} decides.
 */
@Singleton
class TrainingWork implements JobWork<Training> {

    private static final Logger LOG = Logger.getLogger(TrainingWork.class);
    private static final double MILLIS_PER_SECOND = 1000;

    private final DataFolder data;
    private final InteractionRepository interactions;
    private final ActiveModel models;
    private final TrainingConfig config;
    private final TrainingRunner runner;
    private final MeterRegistry metrics;

    private final Map<Integer, TrainingSpec> specs = new ConcurrentHashMap<>();
    private volatile List<EpochLoss> losses = List.of();

    TrainingWork(
            DataFolder data,
            InteractionRepository interactions,
            ActiveModel models,
            TrainingConfig config,
            TrainingRunner runner,
            MeterRegistry metrics) {
        this.data = data;
        this.interactions = interactions;
        this.models = models;
        this.config = config;
        this.runner = runner;
        this.metrics = metrics;
    }

    /** Notes what a training is to do, before it runs. */
    void prepare(int id, TrainingSpec spec) {
        specs.put(id, spec);
    }

    /** The losses of the fit that ran last, in order. */
    List<EpochLoss> losses() {
        return losses;
    }

    /** Deletes the folders of all jobs. None may run. */
    void deleteLeftovers() throws IOException {
        DataFolder.delete(jobs());
    }

    @Override
    public Training run(LiveJob<Training> job) throws InterruptedException {
        losses = List.of();
        int id = job.job().id();
        try {
            JobFolder jobFolder = create(job, Objects.requireNonNull(specs.get(id), "it was prepared"));
            Path model = train(jobFolder, job);
            job.settle();
            boolean songModelAnswers =
                    models.served().filter(ModelManifest::fromSongModel).isPresent();
            ModelManifest published = models.publish(
                    model,
                    manifest -> songModelAnswers
                            ? ActivationPolicy.besideSongModel(manifest.evaluation())
                            : ActivationPolicy.decide(
                                    manifest.evaluation(), models.served().isEmpty()));
            return job.job().after(published);
        } catch (IOException e) {
            LOG.errorf(e, "Training %d failed", id);
            throw new JobFailedException(TrainingPhrase.DISK.with(e.getMessage()), e);
        }
    }

    private JobFolder create(LiveJob<Training> job, TrainingSpec asked) throws IOException {
        Measure measure = asked.hyperparameters().loss().objective() == Objective.EXPLICIT
                ? interactions.explicitMeasure()
                : Measure.PLAYS;
        InteractionMatrix matrix = interactions.matrix(measure);
        if (matrix.interactions() == 0) {
            throw new JobFailedException(TrainingPhrase.NOTHING_TO_TRAIN_ON.with());
        }
        TrainingSpec spec = asked.resolved(
                matrix,
                models.trainedHere()
                        .map(manifest -> manifest.provenance().hyperparameters())
                        .orElse(null));
        job.update(before -> before.with(spec.hyperparameters()));
        WorkerJob how = new WorkerJob(
                measure,
                config.threads().orElse(Runtime.getRuntime().availableProcessors()),
                config.searchLimit().toMillis() / MILLIS_PER_SECOND);
        JobFolder made = JobFolder.create(path(job.job().id()), spec, how, matrix);
        data.permissions().makeFile(made.log());
        data.permissions().apply(made.path());
        return made;
    }

    private Path train(JobFolder jobFolder, LiveJob<Training> job) throws IOException, InterruptedException {
        TrainingHandle handle = runner.start(jobFolder, new ProgressListener() {
            @Override
            public void epochDone(TrainingProgress epochs) {
                noteLoss(new EpochLoss(epochs.epoch(), epochs.loss()));
                job.update(before -> before.after(epochs));
            }

            @Override
            public void trialDone(Trial trial) {
                job.update(before -> before.after(trial));
            }
        });
        job.onCancel(handle::cancel);
        return handle.await();
    }

    // One thread tells of epochs. Another fit begins again at the first.
    private void noteLoss(EpochLoss loss) {
        List<EpochLoss> before = losses;
        boolean goesOn = !before.isEmpty() && before.get(before.size() - 1).epoch() < loss.epoch();
        losses = Stream.concat(goesOn ? before.stream() : Stream.empty(), Stream.of(loss))
                .toList();
    }

    @Override
    public void ended(Training training) {
        String status = training.status().word();
        metrics.counter("segue.trainings", "status", status).increment();
        String model = training.outcome().model();
        LOG.infof(
                "Training %d %s: %s",
                (Object) training.id(), status, model == null ? training.error() : "model " + model);
    }

    @Override
    public void cleanUp(int id) throws IOException {
        specs.remove(id);
        DataFolder.delete(path(id));
    }

    private Path path(int id) {
        return jobs().resolve("training-" + id);
    }

    private Path jobs() {
        return data.folder("jobs");
    }
}
