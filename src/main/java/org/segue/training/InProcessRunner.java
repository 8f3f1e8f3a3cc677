package org.segue.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.segue.model.Trial;
import org.segue.text.Sentence;

/**
 * Trains in this process, in a thread of its own: for tests and development. The engine stays loaded afterwards, and memory
 * that runs out runs out for everybody.
 */
public final class InProcessRunner implements TrainingRunner {

    @Override
    public TrainingHandle start(JobFolder folder, ProgressListener listener) {
        Run run = new Run(folder, listener);
        Thread thread = new Thread(run.task, "training");
        thread.setDaemon(true);
        thread.start();
        return run;
    }

    private static final class Run implements TrainingHandle {

        private final FutureTask<Path> task;
        private volatile boolean cancelled;

        Run(JobFolder folder, ProgressListener listener) {
            this.task = new FutureTask<>(() -> train(folder, listener));
        }

        // The engine cannot be interrupted; it is stopped where it reports.
        private Path train(JobFolder folder, ProgressListener listener) throws IOException {
            Worker.train(folder, new ProgressListener() {
                @Override
                public void epochDone(TrainingProgress progress) {
                    if (cancelled) {
                        throw new CancellationException();
                    }
                    listener.epochDone(progress);
                }

                @Override
                public void trialDone(Trial trial) {
                    listener.trialDone(trial);
                }
            });
            return folder.model();
        }

        @Override
        public Path await() throws TrainingFailedException, InterruptedException {
            try {
                return task.get();
            } catch (ExecutionException e) {
                Throwable cause = e.getCause();
                if (cause instanceof CancellationException) {
                    throw new CancellationException("The training was cancelled.");
                }
                throw cause == null
                        ? new TrainingFailedException(Sentence.plain(e.toString()))
                        : new TrainingFailedException(Worker.words(cause), cause);
            }
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }
}
