package org.segue.training;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.segue.jobs.JobFailedException;
import org.segue.model.Trial;
import org.segue.text.Sentence;
import org.segue.training.djl.DjlFactorTraining;

/**
 * What {@code segue train JOBFOLDER} does, in a process of its own and without Quarkus: reads the folder, trains, writes the
 * model into the folder. Progress goes to standard output, one {@link WorkerMessage} a line; all else goes to standard
 * error.
 */
public final class Worker {

    /** Set by a parent that holds our standard input open for as long as it lives. */
    static final String WATCH_PARENT = "SEGUE_WORKER_WATCHES_STDIN";

    private static final Path OOM_SCORE = Path.of("/proc/self/oom_score_adj");
    private static final String KILL_FIRST = "1000";

    private Worker() {}

    /**
     * Works on a job.
     *
     * @return the process's exit code: 0 when the model is there, 1 when the training failed; why has been said on
     *     standard output
     */
    public static int run(Path jobFolder) {
        PrintStream messages = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        // Whatever a library prints must not end up between the messages.
        System.setOut(System.err);
        volunteerForOutOfMemory();
        if (System.getenv(WATCH_PARENT) != null) {
            endWithParent();
        }
        return run(new JobFolder(jobFolder), messages);
    }

    @SuppressWarnings("CatchThrowable") // the last frame: whoever waits is told, also of an OutOfMemoryError
    private static int run(JobFolder folder, PrintStream messages) {
        try {
            train(folder, tellingOn(messages));
            return 0;
        } catch (Throwable e) {
            e.printStackTrace();
            send(messages, new WorkerMessage(null, null, words(e).stored()));
            return 1;
        }
    }

    private static ProgressListener tellingOn(PrintStream messages) {
        return new ProgressListener() {
            @Override
            public void epochDone(TrainingProgress progress) {
                send(messages, new WorkerMessage(progress, null, null));
            }

            @Override
            public void trialDone(Trial trial) {
                send(messages, new WorkerMessage(null, trial, null));
            }
        };
    }

    /**
     * Trains on a job's folder in this process.
     *
     * @throws IOException if the folder cannot be read or written
     */
    static void train(JobFolder folder, ProgressListener listener) throws IOException {
        TrainingPipeline pipeline =
                new TrainingPipeline(new DjlFactorTraining(), folder.spec(), folder.job(), listener);
        folder.writeModel(pipeline.run(folder.interactions()));
    }

    private static void send(PrintStream messages, WorkerMessage message) {
        try {
            messages.println(message.toLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Sentence words(Throwable e) {
        if (e instanceof OutOfMemoryError) {
            return TrainingPhrase.OUT_OF_MEMORY.with(e.getMessage());
        }
        if (e instanceof JobFailedException failed) {
            return failed.sentence();
        }
        return Sentence.plain(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    }

    // When the system runs out of memory, it shall lose a training and not the service. Elsewhere than on Linux there
    // is
    // no such file, and nothing to do.
    private static void volunteerForOutOfMemory() {
        try {
            if (Files.isWritable(OOM_SCORE)) {
                Files.writeString(OOM_SCORE, KILL_FIRST);
            }
        } catch (IOException e) {
            System.err.println("The system does not let this process be the first to go: " + e.getMessage());
        }
    }

    // The parent never writes: its end of the pipe closes when it ends, however it ends.
    private static void endWithParent() {
        Thread watch = new Thread(
                () -> {
                    try {
                        while (System.in.read() >= 0) {}
                    } catch (IOException e) {
                        // A broken pipe says the same.
                    } finally {
                        Runtime.getRuntime().halt(1);
                    }
                },
                "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }
}
