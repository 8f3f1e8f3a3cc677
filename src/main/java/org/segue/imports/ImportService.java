package org.segue.imports;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.segue.catalog.CatalogChanged;
import org.segue.imports.ImportWork.Outcome;
import org.segue.jobs.JobStatus;
import org.segue.listens.ListensChanged;
import org.segue.storage.StorageException;

/**
 * Takes histories in: accepts files, works them off one import after the other on a thread of its own, and takes imports
 * back. What it has accepted is on disk. Its methods block.
 */
@Singleton
public class ImportService {

    private static final Logger LOG = Logger.getLogger(ImportService.class);

    /** What the disk had no room for is tried again after so many seconds. */
    private static final int RETRY_SECONDS = 2;

    private final UploadFolder uploads;
    private final ImportRepository imports;
    private final ImportWork work;
    private final ImportPurger purge;
    private final Event<CatalogChanged> catalogChanged;
    private final Event<ListensChanged> listensChanged;
    private final MeterRegistry metrics;

    private final Map<Integer, ImportProgress> running = new ConcurrentHashMap<>();
    private final Set<Integer> announcing = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;
    private final PendingImportResults unwritten;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread created = new Thread(task, "segue-imports");
        created.setDaemon(true);
        return created;
    });

    ImportService(
            UploadFolder uploads,
            ImportRepository imports,
            ImportWork work,
            ImportPurger purge,
            Event<CatalogChanged> catalogChanged,
            Event<ListensChanged> listensChanged,
            MeterRegistry metrics) {
        this.uploads = uploads;
        this.imports = imports;
        this.unwritten = new PendingImportResults(imports);
        this.work = work;
        this.purge = purge;
        this.catalogChanged = catalogChanged;
        this.listensChanged = listensChanged;
        this.metrics = metrics;
    }

    // Goes on where a former process was stopped.
    void start(@Observes StartupEvent event) throws IOException {
        work.deleteLeftovers();
        uploads.deleteAllBut(imports.queued());
        int interrupted = imports.failInterrupted(
                "Segue was stopped while this import ran. Nothing of it was kept: import the files again.");
        if (interrupted > 0) {
            LOG.warnf("%d import(s) had been interrupted and are marked as failed", interrupted);
        }
        imports.unpurged().forEach(id -> thread.execute(() -> cleanUp(id)));
        imports.queued().forEach(id -> thread.execute(() -> run(id)));
    }

    /**
     * Accepts files: they are moved into the data folder and forced to disk, and worked off in the background.
     *
     * @throws StorageException if they cannot be kept
     */
    public ImportJob accept(List<Upload> files, ImportOptions options) {
        ImportJob job = imports.create(options);
        try {
            uploads.keep(job.id(), files);
        } catch (IOException | UncheckedIOException e) {
            String error = "The files cannot be kept: " + e.getMessage();
            end(job.id(), Outcome.failed(error));
            throw new StorageException(error, e);
        }
        thread.execute(() -> run(job.id()));
        return job;
    }

    /**
     * Accepts files that a preview has kept; empty if there are none of the name: they were never there, are an import already, or
     * an hour has passed.
     */
    public Optional<ImportJob> acceptKept(String upload, ImportOptions options) {
        if (!uploads.isKept(upload)) {
            return Optional.empty();
        }
        ImportJob job = imports.create(options);
        try {
            if (uploads.take(upload, job.id())) {
                thread.execute(() -> run(job.id()));
                return Optional.of(job);
            }
        } catch (IOException e) {
            LOG.errorf(e, "Upload %s cannot become import %d", upload, job.id());
        }
        end(job.id(), Outcome.failed("The files are not kept any more: send them again."));
        return Optional.empty();
    }

    // Without having begun.
    private void end(int id, Outcome outcome) {
        unwritten.write(id, outcome, ImportCounts.NONE);
        thread.execute(() -> cleanUp(id));
    }

    /** The import of a number, as it stands now. */
    public Optional<ImportJob> byId(int id) {
        Map<Integer, ImportProgress> atWork = Map.copyOf(running);
        return imports.byId(id).map(job -> asItStands(job, atWork));
    }

    /** Imports with a number below one, newest first, as they stand now. */
    public List<ImportJob> newest(int below, int limit) {
        Map<Integer, ImportProgress> atWork = Map.copyOf(running);
        return imports.newest(below, limit).stream()
                .map(job -> asItStands(job, atWork))
                .toList();
    }

    /** Imports that wait or are at work, oldest first. */
    public List<ImportJob> underWay() {
        Map<Integer, ImportProgress> atWork = Map.copyOf(running);
        return imports.underWay().stream()
                .map(job -> asItStands(job, atWork))
                .filter(job -> !job.status().isFinal())
                .toList();
    }

    /** Number of imports ever accepted. */
    public int count() {
        return imports.count();
    }

    /**
     * Takes back what an import alone brought, at once; one that waits or is at work is cancelled instead.
     *
     * @return whether it was completed, waiting or at work
     */
    public boolean undo(int id) {
        if (cancel(id)) {
            return true;
        }
        boolean undone = imports.undo(id);
        if (undone) {
            announce(id);
            thread.execute(() -> cleanUp(id));
        }
        return undone;
    }

    // An import that is told to end does not complete any more: see finish.
    private synchronized boolean cancel(int id) {
        ImportProgress atWork = running.get(id);
        if (atWork != null) {
            atWork.cancel();
            return true;
        }
        return imports.cancelQueued(id);
    }

    @PreDestroy
    void stop() throws InterruptedException {
        // What is at work now is failed by the next start, as after a kill, which it must survive anyway.
        stopping = true;
        running.values().forEach(ImportProgress::cancel);
        thread.shutdownNow();
        thread.awaitTermination(5, TimeUnit.SECONDS);
    }

    // What is at work is looked up before the job is read: one that ends in between is read as ended. Who sees an
    // import
    // completed may count on it in the next answer: until the house has been told it is shown at work.
    private ImportJob asItStands(ImportJob job, Map<Integer, ImportProgress> atWork) {
        if (job.status() == JobStatus.COMPLETED && announcing.contains(job.id())) {
            return job.stillAtWork();
        }
        ImportProgress progress = atWork.get(job.id());
        return progress == null || job.status().isFinal()
                ? unwritten.told(job)
                : job.with(progress.fraction(), progress.counts());
    }

    private void run(int id) {
        try {
            ImportProgress progress = new ImportProgress(uploads.bytes(id));
            if (!start(id, progress)) {
                cleanUp(id);
                return;
            }
        } catch (StorageException e) {
            LOG.errorf(e, "Import %d cannot begin yet", id);
            later(() -> run(id));
            return;
        } catch (IOException e) {
            LOG.errorf(e, "The files of import %d cannot be read", id);
            end(id, Outcome.failed(ImportWork.unreadable(e)));
            return;
        }
        work(id);
    }

    private void work(int id) {
        try {
            ImportProgress progress = running.get(id);
            if (progress != null) {
                end(id, finish(id, work.run(id, progress), progress), progress.counts());
            }
        } catch (CancellationException e) {
            LOG.infof("Import %d is broken off: %s", (Object) id, e.getMessage());
        } catch (RuntimeException e) {
            LOG.errorf(e, "Import %d ended unexpectedly", id);
        } finally {
            running.remove(id);
            announcing.remove(id);
            cleanUp(id);
        }
    }

    private void later(Runnable task) {
        if (!stopping) {
            // Nobody waits for it: what is scheduled catches what it throws itself.
            var unused = thread.schedule(task, RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }

    private synchronized boolean start(int id, ImportProgress progress) {
        boolean started = !stopping && imports.start(id);
        if (started) {
            running.put(id, progress);
        }
        return started;
    }

    private synchronized Outcome finish(int id, Outcome outcome, ImportProgress progress) {
        boolean completed = outcome.status() == JobStatus.COMPLETED;
        if (stopping && !completed) {
            throw new CancellationException("Segue is stopping; the next start says what became of the import.");
        }
        Outcome wanted = completed && progress.isCancelled() ? Outcome.CANCELLED : outcome;
        if (wanted.status() == JobStatus.COMPLETED) {
            announcing.add(id);
        }
        Outcome last = unwritten.write(id, wanted, progress.counts());
        running.remove(id);
        return last;
    }

    private void end(int id, Outcome outcome, ImportCounts counts) {
        metrics.counter("segue.imports", "status", outcome.status().word()).increment();
        metrics.counter("segue.imports.rows").increment((double) counts.rowsRead());
        LOG.infof(
                "Import %d %s: %s",
                (Object) id, outcome.status().word(), outcome.error() == null ? counts : outcome.error());
        if (outcome.status() == JobStatus.COMPLETED) {
            announce(id);
            announcing.remove(id);
        }
    }

    private void announce(int id) {
        String source = imports.byId(id).map(ImportJob::source).orElse("");
        catalogChanged.fire(new CatalogChanged());
        listensChanged.fire(new ListensChanged(source == null ? "" : source));
    }

    private void cleanUp(int id) {
        if (stopping) {
            return;
        }
        try {
            uploads.delete(id);
            if (!unwritten.retry(id)) {
                later(() -> cleanUp(id));
                return;
            }
            if (imports.unpurged().contains(id)) {
                purge.purge(id);
                catalogChanged.fire(new CatalogChanged());
            }
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "What import %d left behind could not be removed; the next start tries again", id);
        }
    }
}
