package org.segue.backgrounds;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.segue.backgrounds.BackgroundOffer.Cost;
import org.segue.backgrounds.BackgroundOffer.OfferedDump;
import org.segue.imports.ImportJob;
import org.segue.imports.ImportOptions;
import org.segue.imports.ImportService;
import org.segue.imports.Upload;
import org.segue.imports.dumps.Dump;
import org.segue.imports.dumps.DumpMirror;
import org.segue.imports.dumps.MirrorException;
import org.segue.jobs.JobRunner;
import org.segue.jobs.JobStatus;
import org.segue.text.Sentence;

/**
 * Strangers' listening behind the household's: offered, fetched or taken in as jobs, one after the other, and undone as a whole. Its
 * methods block.
 */
@Singleton
public class BackgroundService {

    private static final Logger LOG = Logger.getLogger(BackgroundService.class);

    /** An estimate: some 17 listens of a dump take a kilobyte, and some 80,000 are read in a second. */
    private static final long BYTES_A_SECOND = 5_000_000;

    private final BackgroundConfig config;
    private final BackgroundRepository backgrounds;
    private final BackgroundWork work;
    private final ImportService imports;
    private final DiskSpace disk;
    private final SongModelBackgrounds songModels;
    private final JobRunner<Background> jobs;

    BackgroundService(
            BackgroundConfig config,
            BackgroundRepository backgrounds,
            BackgroundWork work,
            ImportService imports,
            DiskSpace disk,
            SongModelBackgrounds songModels) {
        this.songModels = songModels;
        this.config = config;
        this.backgrounds = backgrounds;
        this.work = work;
        this.imports = imports;
        this.disk = disk;
        this.jobs = new JobRunner<>("background", backgrounds, work);
    }

    // After the imports have gone on where they were.
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent event) throws IOException {
        work.deleteLeftovers();
        for (Background left : backgrounds.underWay()) {
            if (left.status() == JobStatus.QUEUED) {
                jobs.submit(left);
            } else {
                endInterrupted(left);
            }
        }
    }

    // An import in force is all that there was to do.
    private void endInterrupted(Background left) {
        Integer importId = left.importId();
        JobStatus reached = importId == null
                ? null
                : imports.byId(importId).map(ImportJob::status).orElse(null);
        if (importId != null && reached == JobStatus.COMPLETED) {
            Background done = left.withListeners(backgrounds.broughtBy(importId));
            backgrounds.finish(done.with(done.state().ended(JobStatus.COMPLETED, null)));
            return;
        }
        if (importId != null && reached != null && !reached.isFinal()) {
            imports.undo(importId);
        }
        LOG.warnf("Background %d had been interrupted and is marked as failed", left.id());
        backgrounds.finish(left.with(left.state().ended(JobStatus.FAILED, BackgroundPhrase.INTERRUPTED.with())));
    }

    /** What fetching ListenBrainz's public listens would take now. Asks the mirror. */
    public BackgroundOffer offer(int dumps, int users) {
        try {
            List<Dump> found = new DumpMirror(URI.create(config.url()), () -> {}).newest(dumps);
            Cost cost = cost(found.stream().mapToLong(Dump::bytes).sum());
            Sentence problem = cost.neededBytes() > cost.freeBytes() ? noRoom(cost) : null;
            List<OfferedDump> offered = found.stream()
                    .map(dump -> new OfferedDump(dump.name(), dump.at(), dump.bytes()))
                    .toList();
            return new BackgroundOffer(
                    BackgroundKind.LISTENBRAINZ, config.url(), DumpMirror.LICENCE, offered, users, cost, problem);
        } catch (MirrorException e) {
            return new BackgroundOffer(
                    BackgroundKind.LISTENBRAINZ,
                    config.url(),
                    DumpMirror.LICENCE,
                    List.of(),
                    users,
                    cost(0),
                    e.sentence());
        }
    }

    private static Sentence noRoom(Cost cost) {
        return BackgroundPhrase.NO_ROOM.with(
                DiskSpace.inWords(cost.bytes()),
                DiskSpace.inWords(cost.neededBytes()),
                DiskSpace.inWords(cost.freeBytes()));
    }

    private Cost cost(long bytes) {
        return new Cost(bytes, DiskSpace.needed(bytes), disk.free(), bytes / BYTES_A_SECOND);
    }

    /** Fetches ListenBrainz's public listens, or a data set from an address, in the background; the former take the place of those that were fetched before. */
    public Background fetch(BackgroundRequest request) {
        Background queued = backgrounds.create(request, null);
        jobs.submit(queued);
        return queued;
    }

    /** Fetches them, and trains once they are in force. */
    public Background fetchAndTrain(BackgroundRequest request) {
        Background queued = backgrounds.create(request, null);
        backgrounds.trainAfter(queued.id());
        jobs.submit(queued);
        return queued;
    }

    /**
     * Takes files that have just come.
     *
     * @throws org.segue.imports.ListenerException if it is not clear whose listens they hold
     */
    public Background take(List<Upload> files, BackgroundRequest request) {
        Background queued = backgrounds.create(
                request, imports.accept(files, options(request)).id());
        jobs.submit(queued);
        return queued;
    }

    private static ImportOptions options(BackgroundRequest request) {
        return new ImportOptions(
                ImportOptions.AUTO, null, null, null, new ImportOptions.Background(request.users(), request.seed()));
    }

    /**
     * Takes a data set that a preview has kept; empty if there are no files of the name.
     *
     * @param upload under which they are kept
     * @throws org.segue.imports.ListenerException if it is not clear whose listens they hold
     */
    public Optional<Background> take(String upload, BackgroundRequest request) {
        return take(upload, request, false);
    }

    /** Takes a data set, and trains once it is in force. */
    public Optional<Background> takeAndTrain(String upload, BackgroundRequest request) {
        return take(upload, request, true);
    }

    private Optional<Background> take(String upload, BackgroundRequest request, boolean train) {
        return imports.acceptKept(upload, options(request)).map(reading -> {
            Background queued = backgrounds.create(request, reading.id());
            if (train) {
                backgrounds.trainAfter(queued.id());
            }
            jobs.submit(queued);
            return queued;
        });
    }

    /**
     * Takes a song model that has just come.
     *
     * @param file moved from there
     * @param name what its sender called it
     */
    public Background takeSongModel(Path file, String name) throws IOException {
        Background queued = songModels.create(file, name);
        jobs.submit(queued);
        return queued;
    }

    /** Takes a song model that is kept under a name; empty if there is none. */
    public Optional<Background> takeSongModel(String upload) throws IOException {
        Optional<Background> queued = songModels.create(upload);
        queued.ifPresent(jobs::submit);
        return queued;
    }

    /** The background of a number, as it stands now. */
    public Optional<Background> byId(int id) {
        return jobs.byId(id);
    }

    /** Backgrounds with a number below one, newest first, as they stand now. */
    public List<Background> newest(int below, int limit) {
        return jobs.newest(below, limit);
    }

    /** Backgrounds that wait or are at work, oldest first. */
    public List<Background> underWay() {
        return jobs.underWay();
    }

    /** Number of backgrounds ever asked for. */
    public int count() {
        return jobs.count();
    }

    /**
     * Takes back what a background alone brought, at once; one that waits or is at work is cancelled instead.
     *
     * @return whether it was completed, waiting or at work; false too for a song model that answers while another model could
     */
    public boolean undo(int id) {
        Background background = byId(id).orElse(null);
        if (background == null) {
            return false;
        }
        boolean wasQueued = background.status() == JobStatus.QUEUED;
        Integer importId = background.importId();
        if (jobs.cancel(id)) {
            if (wasQueued && importId != null) {
                imports.undo(importId);
            }
            return true;
        }
        if (background.status() != JobStatus.COMPLETED) {
            return false;
        }
        return importId == null ? songModels.undo(background) : imports.undo(importId);
    }

    @PreDestroy
    void stop() throws InterruptedException {
        jobs.stop();
    }
}
