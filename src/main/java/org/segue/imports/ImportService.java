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
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.segue.catalog.CatalogChanged;
import org.segue.jobs.JobRunner;
import org.segue.jobs.JobStatus;
import org.segue.jobs.JobWork;
import org.segue.jobs.LiveJob;
import org.segue.listens.ListensChanged;
import org.segue.storage.StorageException;
import org.segue.text.Sentence;

/**
 * Imports of listening histories: accepted, worked off one after the other in the background, and undone. What it has accepted is
 * on disk. Its methods block.
 */
@Singleton
public class ImportService {

    private static final Logger LOG = Logger.getLogger(ImportService.class);

    private final UploadFolder uploads;
    private final ImportRepository imports;
    private final ImportListeners listeners;
    private final ImportWork work;
    private final ImportPurger purger;
    private final Event<CatalogChanged> catalogChanged;
    private final Event<ListensChanged> listensChanged;
    private final MeterRegistry metrics;
    private final JobRunner<ImportJob> jobs;

    ImportService(
            UploadFolder uploads,
            ImportRepository imports,
            ImportListeners listeners,
            ImportWork work,
            ImportPurger purger,
            Event<CatalogChanged> catalogChanged,
            Event<ListensChanged> listensChanged,
            MeterRegistry metrics) {
        this.uploads = uploads;
        this.imports = imports;
        this.listeners = listeners;
        this.work = work;
        this.purger = purger;
        this.catalogChanged = catalogChanged;
        this.listensChanged = listensChanged;
        this.metrics = metrics;
        this.jobs = new JobRunner<>("import", imports, new Jobs());
    }

    // Goes on where a former process was stopped.
    void start(@Observes StartupEvent event) throws IOException {
        work.deleteLeftovers();
        List<Integer> queued = imports.queued();
        uploads.deleteAllBut(queued);
        int interrupted = imports.failInterrupted(ImportPhrase.INTERRUPTED.with(), JobStatus.RUNNING);
        if (interrupted > 0) {
            LOG.warnf("%d import(s) had been interrupted and are marked as failed", interrupted);
        }
        imports.unpurged().forEach(jobs::cleanUpLater);
        queued.forEach(id -> imports.byId(id).ifPresent(jobs::submit));
    }

    /**
     * Accepts files: they are moved into the data folder and forced to disk, and worked off in the background.
     *
     * @throws ListenerException if it is not clear whose listens they hold
     * @throws StorageException if they cannot be kept
     */
    public ImportJob accept(List<Upload> files, ImportOptions options) {
        ImportJob job = imports.create(
                listeners.checked(files, options),
                files.stream().map(Upload::name).toList());
        try {
            uploads.keep(job.id(), files);
        } catch (IOException | UncheckedIOException e) {
            Sentence error = ImportPhrase.NOT_STORED.with(e.getMessage());
            jobs.fail(job, error);
            throw new StorageException(error.text(), e);
        }
        jobs.submit(job);
        return job;
    }

    /**
     * Accepts files that a preview has kept; empty if there are none of the name: they were never there, are an import already, or
     * an hour has passed.
     *
     * @throws ListenerException if it is not clear whose listens they hold; they are kept on
     */
    public Optional<ImportJob> acceptKept(String upload, ImportOptions options) {
        if (!uploads.isKept(upload)) {
            return Optional.empty();
        }
        ImportJob job = imports.create(checked(upload, options), names(upload));
        try {
            if (uploads.take(upload, job.id())) {
                jobs.submit(job);
                return Optional.of(job);
            }
        } catch (IOException e) {
            LOG.errorf(e, "Upload %s cannot become import %d", upload, job.id());
        }
        jobs.fail(job, ImportPhrase.EXPIRED.with());
        return Optional.empty();
    }

    private List<String> names(String upload) {
        try {
            return uploads.kept(upload).stream().map(Upload::name).toList();
        } catch (IOException | UncheckedIOException e) {
            LOG.debugf(e, "Upload %s cannot be read; its import will say so", upload);
            return List.of();
        }
    }

    private ImportOptions checked(String upload, ImportOptions options) {
        try {
            return listeners.checked(uploads.kept(upload), options);
        } catch (IOException | UncheckedIOException e) {
            LOG.debugf(e, "Upload %s cannot be read; its import will say so", upload);
            return listeners.named(options);
        }
    }

    /** The import of a number, as it stands now. */
    public Optional<ImportJob> byId(int id) {
        return jobs.byId(id);
    }

    /** Imports with a number below one, newest first, as they stand now. */
    public List<ImportJob> newest(int below, int limit) {
        return jobs.newest(below, limit);
    }

    /** Imports that wait or are at work, oldest first. */
    public List<ImportJob> underWay() {
        return jobs.underWay();
    }

    /** Number of imports ever accepted. */
    public int count() {
        return jobs.count();
    }

    /**
     * Takes back what an import alone brought, at once; one that waits or is at work is cancelled instead.
     *
     * @return whether it was completed, waiting or at work
     */
    public boolean undo(int id) {
        if (jobs.cancel(id)) {
            return true;
        }
        boolean undone = imports.undo(id);
        if (undone) {
            work.settleNamesakes();
            imports.byId(id).ifPresent(this::announce);
            jobs.cleanUpLater(id);
        }
        return undone;
    }

    @PreDestroy
    void stop() throws InterruptedException {
        jobs.stop();
    }

    private void announce(ImportJob job) {
        catalogChanged.fire(new CatalogChanged(true));
        listensChanged.fire(new ListensChanged(Objects.requireNonNullElse(job.source(), "")));
    }

    private final class Jobs implements JobWork<ImportJob> {

        @Override
        public ImportJob run(LiveJob<ImportJob> job) {
            return work.run(job);
        }

        @Override
        public void ended(ImportJob job) {
            String status = job.status().word();
            metrics.counter("segue.imports", "status", status).increment();
            metrics.counter("segue.imports.rows")
                    .increment((double) job.counts().rowsRead());
            LOG.infof("Import %d %s: %s", (Object) job.id(), status, job.error() == null ? job.counts() : job.error());
            if (job.status() == JobStatus.COMPLETED) {
                announce(job);
            }
        }

        // Rows of an import count from the moment at which its completion is stored.
        @Override
        public ImportJob unstored(ImportJob job, StorageException reason) {
            return job.failed(ImportPhrase.NOT_SAVED.with(reason.getMessage()));
        }

        @Override
        public void cleanUp(int id) throws IOException {
            uploads.delete(id);
            if (imports.unpurged().contains(id)) {
                purger.purge(id);
                catalogChanged.fire(new CatalogChanged());
            }
        }
    }
}
