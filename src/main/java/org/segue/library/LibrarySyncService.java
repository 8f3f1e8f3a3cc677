package org.segue.library;

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
import org.segue.catalog.CatalogChanged;
import org.segue.jobs.JobRunner;
import org.segue.jobs.JobStatus;
import org.segue.jobs.JobWork;
import org.segue.jobs.LiveJob;
import org.segue.storage.DataFolder;

/** Syncs of libraries, one after the other in the background: asked for, followed, cancelled. Its methods block. */
@Singleton
public class LibrarySyncService {

    private static final Logger LOG = Logger.getLogger(LibrarySyncService.class);

    private final LibrarySyncRepository syncs;
    private final SyncWork work;
    private final LeftoverRepository leftovers;
    private final SyncEvents events;
    private final DataFolder folder;
    private final JobRunner<LibrarySync> jobs;
    private volatile boolean isSwept;

    LibrarySyncService(
            LibrarySyncRepository syncs,
            SyncWork work,
            LeftoverRepository leftovers,
            SyncEvents events,
            DataFolder folder) {
        this.syncs = syncs;
        this.work = work;
        this.leftovers = leftovers;
        this.events = events;
        this.folder = folder;
        this.jobs = new JobRunner<>("sync", syncs, new Jobs());
    }

    // After the imports have gone on where they were.
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent event) throws IOException {
        DataFolder.delete(folder.root().resolve(SyncWork.FOLDER));
        int interrupted = syncs.failInterrupted(LibraryPhrase.INTERRUPTED.with(), JobStatus.RUNNING);
        if (interrupted > 0) {
            LOG.warnf("%d sync(s) had been interrupted and are marked as failed", interrupted);
        }
        sweep();
        syncs.queued().forEach(jobs::submit);
    }

    // Songs are not deleted while an import runs; it has ended, perhaps.
    void catalogChanged(@Observes CatalogChanged event) {
        if (!isSwept) {
            sweep();
        }
    }

    /**
     * Syncs a library in the background; one that waits or runs is answered with instead of a second.
     *
     * @param forget whether songs may be forgotten that the server does not have any more, however many
     */
    public synchronized LibrarySync sync(int libraryId, boolean forget) {
        Optional<LibrarySync> waiting = underWay().stream()
                .filter(sync -> sync.library() == libraryId && sync.forget() == forget)
                .findFirst();
        return waiting.orElseGet(() -> {
            LibrarySync queued = syncs.create(libraryId, forget);
            jobs.submit(queued);
            return queued;
        });
    }

    /** The sync of a number, as it stands now. */
    public Optional<LibrarySync> byId(int id) {
        return jobs.byId(id);
    }

    /** The newest sync of a library, as it stands now. */
    public Optional<LibrarySync> last(int libraryId) {
        return syncs.last(libraryId).flatMap(sync -> jobs.byId(sync.id()));
    }

    /** Syncs with a number below one, newest first, as they stand now. */
    public List<LibrarySync> newest(int below, int limit) {
        return jobs.newest(below, limit);
    }

    /** Syncs that wait or run, oldest first. */
    public List<LibrarySync> underWay() {
        return jobs.underWay();
    }

    /** Number of syncs of the libraries that there are. */
    public int count() {
        return jobs.count();
    }

    /** Asks a sync to end; the library stays as it was. Whether it waited or ran, and its result was not in force yet. */
    public boolean cancel(int id) {
        return jobs.cancel(id);
    }

    /** Deletes what a library that is gone has left, in the background. */
    void sweep() {
        isSwept = false;
        jobs.cleanUpLater(0);
    }

    @PreDestroy
    void stop() throws InterruptedException {
        jobs.stop();
    }

    private final class Jobs implements JobWork<LibrarySync> {

        @Override
        public LibrarySync run(LiveJob<LibrarySync> job) {
            return work.run(job);
        }

        @Override
        public void ended(LibrarySync sync) {
            LOG.infof(
                    "Sync %d of library %d %s: %d songs, %d added, %d changed, %d removed",
                    (Object) sync.id(),
                    sync.library(),
                    sync.status().word(),
                    sync.report().songs(),
                    sync.report().added(),
                    sync.report().changed(),
                    sync.report().removed());
        }

        @Override
        public void cleanUp(int id) {
            // Set before, because the event comes back here.
            isSwept = true;
            if (!leftovers.delete(events::songsGone)) {
                isSwept = false;
            }
        }
    }
}
