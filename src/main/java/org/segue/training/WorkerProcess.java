package org.segue.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.segue.text.Sentence;

/**
 * Trains in a process of its own: its memory goes back to the system when it ends, and when it crashes or is killed, one
 * training fails and the service goes on. The worker ends when this process does.
 */
public final class WorkerProcess implements TrainingRunner {

    private final WorkerCommand command;
    private final Duration patience;

    /**
     * A runner that waits as long as it takes.
     *
     * @param nativeCache as in {@link #WorkerProcess(Path, Duration)}
     */
    public WorkerProcess(Path nativeCache) {
        this(nativeCache, ChronoUnit.FOREVER.getDuration());
    }

    /**
     * A runner.
     *
     * @param nativeCache folder into which the engine's libraries are unpacked, once; unused if the environment names
     *     unpacked ones in {@code PYTORCH_LIBRARY_PATH}
     * @param patience a worker that reports nothing for so long is ended
     */
    public WorkerProcess(Path nativeCache, Duration patience) {
        this.patience = patience;
        this.command = new WorkerCommand(nativeCache);
    }

    @Override
    public TrainingHandle start(JobFolder folder, ProgressListener listener) throws IOException {
        Run run = new Run(folder, listener, command.process(folder).start(), patience);
        run.reader.start();
        return run;
    }

    private static final class Run implements TrainingHandle {

        private static final Logger LOG = Logger.getLogger(WorkerProcess.class);
        private static final int CANCEL_SECONDS = 2;
        private static final int LOOK_MILLIS = 500;
        private static final int EXIT_KILLED = 128 + 9;
        private static final int LOG_TAIL_BYTES = 4096;
        private static final int LOG_TAIL_LINES = 5;

        private final JobFolder folder;
        private final ProgressListener listener;
        private final Process process;
        private final Duration patience;
        private final Thread reader = new Thread(this::read, "worker-reader");
        private final AtomicReference<Sentence> error = new AtomicReference<>();
        private volatile long heardAtNanos = System.nanoTime();
        private volatile boolean cancelled;

        Run(JobFolder folder, ProgressListener listener, Process process, Duration patience) {
            this.folder = folder;
            this.listener = listener;
            this.process = process;
            this.patience = patience;
            reader.setDaemon(true);
        }

        @SuppressWarnings("CatchThrowable") // the last frame: the training fails, and says so
        private void read() {
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    heardAtNanos = System.nanoTime();
                    hear(line);
                }
            } catch (Throwable e) {
                error.compareAndSet(null, TrainingPhrase.NOT_FOLLOWED.with(e.getMessage()));
                process.destroyForcibly();
            }
        }

        private void hear(String line) {
            WorkerMessage message = WorkerMessage.parse(line);
            if (message == null) {
                LOG.debugf("The worker said: %s", line);
            } else if (message.progress() != null) {
                listener.epochDone(message.progress());
            } else if (message.trial() != null) {
                listener.trialDone(message.trial());
            } else {
                error.set(Sentence.read(String.valueOf(message.error())));
            }
        }

        @Override
        public Path await() throws TrainingFailedException, InterruptedException {
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                endIfItHangs();
            }
            int exitCode = process.exitValue();
            reader.join();
            if (cancelled) {
                throw new CancellationException("The training was cancelled.");
            }
            if (exitCode != 0 || !Files.isDirectory(folder.model())) {
                throw new TrainingFailedException(explain(exitCode));
            }
            return folder.model();
        }

        private void endIfItHangs() {
            Duration silence = Duration.ofNanos(System.nanoTime() - heardAtNanos);
            if (silence.compareTo(patience) > 0) {
                error.compareAndSet(null, TrainingPhrase.SILENT.with(silence.toSeconds()));
                process.destroyForcibly();
            }
        }

        private Sentence explain(int exitCode) {
            @Nullable Sentence said = error.get();
            if (said != null) {
                return said;
            }
            if (exitCode == EXIT_KILLED) {
                return TrainingPhrase.KILLED.with();
            }
            String lastWords = String.join("\n", lastLines());
            return lastWords.isEmpty()
                    ? TrainingPhrase.EXIT_CODE.with(exitCode)
                    : TrainingPhrase.EXIT_CODE_AND_WORDS.with(exitCode, lastWords);
        }

        private List<String> lastLines() {
            try (RandomAccessFile log = new RandomAccessFile(folder.log().toFile(), "r")) {
                log.seek(Math.max(0, log.length() - LOG_TAIL_BYTES));
                byte[] tail = new byte[(int) Math.min(LOG_TAIL_BYTES, log.length())];
                log.readFully(tail);
                List<String> lines = new String(tail, StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList();
                return lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void cancel() {
            cancelled = true;
            process.destroy();
            try {
                if (!process.waitFor(CANCEL_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
