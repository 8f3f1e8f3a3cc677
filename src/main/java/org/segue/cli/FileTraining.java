package org.segue.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.segue.imports.ImportException;
import org.segue.interactions.InteractionMatrix;
import org.segue.listens.Measure;
import org.segue.model.Hyperparameters;
import org.segue.model.ModelFiles;
import org.segue.model.Recency;
import org.segue.model.StoredModel;
import org.segue.model.Trial;
import org.segue.storage.DataFolder;
import org.segue.text.Sentence;
import org.segue.training.JobFolder;
import org.segue.training.ProgressListener;
import org.segue.training.Stage;
import org.segue.training.TrainingFailedException;
import org.segue.training.TrainingProgress;
import org.segue.training.TrainingRunner;
import org.segue.training.TrainingSpec;
import org.segue.training.WorkerJob;
import org.segue.training.WorkerProcess;

/** Trains for a command on what files hold, in a folder that is gone afterwards. Progress is told in words. */
final class FileTraining {

    private final TrainingRunner runner;
    private final Measure measure;
    private final PrintWriter words;

    /**
     * Trainings.
     *
     * @param runner where they run
     * @param measure what the values of the files mean
     * @param words where progress is told
     */
    FileTraining(TrainingRunner runner, Measure measure, PrintWriter words) {
        this.runner = runner;
        this.measure = measure;
        this.words = words;
    }

    /** A runner with a process for each training, whose engine is unpacked where a service of the same user unpacks it. */
    static TrainingRunner workerProcess() {
        return new WorkerProcess(DataFolderOption.ofService().resolve("engine"));
    }

    /** The same, telling nothing: for many small trainings. */
    FileTraining quiet() {
        return new FileTraining(runner, measure, new PrintWriter(Writer.nullWriter()));
    }

    /** Says how much the files hold, and what of them could not be used. */
    void tellSize(FileInteractions interactions, InteractionMatrix matrix) {
        words.printf(
                Locale.ROOT,
                "%,d users, %,d songs, %,d interactions%n",
                matrix.users(),
                matrix.songs(),
                matrix.interactions());
        interactions.notes().forEach(words::println);
        if (interactions.complaint() != null) {
            words.println(interactions.complaint());
        }
        if (matrix.interactions() == 0) {
            throw new ImportException(Sentence.plain("The files contain no plays to train on."));
        }
    }

    /**
     * Trains.
     *
     * @throws TrainingFailedException if there is no model; the message says why
     */
    StoredModel train(InteractionMatrix matrix, TrainingSpec spec)
            throws IOException, InterruptedException, TrainingFailedException {
        Path folder = Files.createTempDirectory("segue-");
        try {
            WorkerJob job = new WorkerJob(measure, Runtime.getRuntime().availableProcessors());
            JobFolder jobFolder = JobFolder.create(folder.resolve("job"), spec.resolved(matrix, null), job, matrix);
            return ModelFiles.read(runner.start(jobFolder, telling()).await());
        } finally {
            DataFolder.delete(folder);
        }
    }

    private ProgressListener telling() {
        return new ProgressListener() {
            @Override
            public void epochDone(TrainingProgress progress) {
                tell(progress);
            }

            @Override
            public void trialDone(Trial trial) {
                tell(trial);
            }
        };
    }

    private void tell(Trial trial) {
        Hyperparameters tried = trial.hyperparameters();
        words.printf(
                Locale.ROOT,
                "trial: d %d, λ %.2g by %s, α0 %.2g, confidence %s, %d epochs%s: NDCG@10 %.4f (%.1f s)%n",
                tried.dimension(),
                tried.loss().regularization(),
                tried.loss().scale().name().toLowerCase(Locale.ROOT),
                tried.loss().unobservedWeight(),
                tried.loss().confidence().name().toLowerCase(Locale.ROOT),
                tried.epochs(),
                tried.recency() == null ? "" : ", " + words(tried.recency()),
                trial.ndcgAt10(),
                trial.seconds());
        words.flush();
    }

    private static String words(Recency recency) {
        return String.format(
                Locale.ROOT,
                "half-life %.0f s, %s, fresh %s, undated %.2g, %s",
                recency.halfLife(),
                words(recency.inSession()),
                words(recency.fresh()),
                recency.undatedWeight(),
                recency.sessions() ? "sessions" : "no sessions");
    }

    private static String words(Recency.Moment moment) {
        return String.format(
                Locale.ROOT, "g %.0f s β %.2g γ %.2g", moment.halfLife(), moment.weight(), moment.follows());
    }

    // The epochs of a search's many short fits would drown what came of them.
    private void tell(TrainingProgress progress) {
        if (progress.stage() == Stage.SEARCHING) {
            return;
        }
        words.printf(
                Locale.ROOT,
                "epoch %d of %d: loss %.5f (%.1f s)%n",
                progress.epoch(),
                progress.epochs(),
                progress.loss(),
                progress.seconds());
    }
}
