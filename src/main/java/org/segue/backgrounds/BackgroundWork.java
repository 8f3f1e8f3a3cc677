package org.segue.backgrounds;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.segue.backgrounds.Background.Loading;
import org.segue.backgrounds.Background.Step;
import org.segue.imports.ImportJob;
import org.segue.imports.ImportOptions;
import org.segue.imports.ImportOptions.Worth;
import org.segue.imports.ImportService;
import org.segue.imports.ListenerException;
import org.segue.imports.Upload;
import org.segue.imports.dumps.DataSetFile;
import org.segue.imports.dumps.Dump;
import org.segue.imports.dumps.DumpMirror;
import org.segue.jobs.JobFailedException;
import org.segue.jobs.JobStatus;
import org.segue.jobs.JobWork;
import org.segue.jobs.LiveJob;
import org.segue.storage.DataFolder;
import org.segue.text.Sentence;

/**
 * The work of one background: the newest dumps are loaded and given to an import, which brings all of them into force in one commit.
 * What is cancelled or fails on the way leaves nothing.
 */
@Singleton
class BackgroundWork implements JobWork<Background> {

    /** Whom of a public dump Segue learns from: nobody who says too little, no robots, and of long histories the newest part. */
    static final Worth WORTH = new Worth(20, 5_000, 1_000, 1_000, 2);

    private static final Logger LOG = Logger.getLogger(BackgroundWork.class);

    /** Name of the folder in the data folder where files are meanwhile. */
    static final String FOLDER = "backgrounds";

    /** Loading takes longer than reading on most lines. */
    private static final double LOADING = 0.5;

    private static final long BETWEEN_LOOKS_MS = 250;

    private final BackgroundConfig config;
    private final BackgroundRepository backgrounds;
    private final ImportService imports;
    private final DataFolder folder;
    private final DiskSpace disk;
    private final Relearning relearning;
    private final SongModelWork songModels;

    BackgroundWork(
            BackgroundConfig config,
            BackgroundRepository backgrounds,
            ImportService imports,
            DataFolder folder,
            DiskSpace disk,
            Relearning relearning,
            SongModelWork songModels) {
        this.songModels = songModels;
        this.config = config;
        this.backgrounds = backgrounds;
        this.imports = imports;
        this.folder = folder;
        this.disk = disk;
        this.relearning = relearning;
    }

    /** Deletes what a former process left behind of its work. */
    void deleteLeftovers() throws IOException {
        DataFolder.delete(folder.folder(FOLDER));
    }

    @Override
    public Background run(LiveJob<Background> job) throws IOException, InterruptedException {
        if (job.job().request().kind() == BackgroundKind.SONG_MODEL) {
            return songModels.run(job);
        }
        Integer begun = job.job().importId();
        int importId = begun == null ? fetch(job) : begun;
        awaitImport(job, importId);
        replaceFormer(job.job());
        return job.job().withListeners(backgrounds.broughtBy(importId));
    }

    private int fetch(LiveJob<Background> job) throws IOException {
        BackgroundRequest request = job.job().request();
        job.update(before -> before.at(Step.ASKING, 0));
        String url = request.url();
        return url == null ? fetchDumps(job, request) : fetchDataSet(job, request, URI.create(url));
    }

    private int fetchDataSet(LiveJob<Background> job, BackgroundRequest request, URI url) throws IOException {
        DataSetFile remote = DataSetFile.look(url, job::endIfCancelled);
        disk.requireRoom(remote.bytes());
        job.update(before -> before.loading(new Loading(List.of(remote.name()), remote.bytes(), 0)));
        Path file = folder.permissions().makeFolder(files(job.job().id())).resolve("0.data");
        remote.load(file, request.sha256(), disk.mostToLoad(), loaded -> show(job, loaded));
        ImportOptions.Background background = new ImportOptions.Background(request.users(), request.seed());
        return accept(job, List.of(Upload.of(file, remote.name())), background);
    }

    private int accept(LiveJob<Background> job, List<Upload> files, ImportOptions.Background background) {
        job.endIfCancelled();
        try {
            int importId = imports.accept(files, new ImportOptions(ImportOptions.AUTO, null, null, null, background))
                    .id();
            job.update(before -> before.importedBy(importId));
            backgrounds.note(job.job());
            return importId;
        } catch (ListenerException e) {
            throw new JobFailedException(e.sentence());
        }
    }

    private int fetchDumps(LiveJob<Background> job, BackgroundRequest request) throws IOException {
        DumpMirror mirror = new DumpMirror(URI.create(config.url()), job::endIfCancelled);
        List<Dump> dumps = mirror.newest(request.dumps());
        long bytes = dumps.stream().mapToLong(Dump::bytes).sum();
        disk.requireRoom(bytes);
        List<String> names = dumps.stream().map(Dump::name).toList();
        job.update(before -> before.loading(new Loading(names, bytes, 0)));
        List<Upload> files = load(job, mirror, dumps);
        return accept(job, files, new ImportOptions.Background(request.users(), request.seed(), WORTH));
    }

    private List<Upload> load(LiveJob<Background> job, DumpMirror mirror, List<Dump> dumps) throws IOException {
        Path loading = folder.permissions().makeFolder(files(job.job().id()));
        List<Upload> files = new ArrayList<>();
        long before = 0;
        for (Dump dump : dumps) {
            long loadedBefore = before;
            Path file = loading.resolve(files.size() + ".tar.zst");
            mirror.load(dump, file, disk.mostToLoad(), loaded -> show(job, loadedBefore + loaded));
            files.add(Upload.of(file, dump.name() + ".tar.zst"));
            before += dump.bytes();
        }
        return files;
    }

    static void show(LiveJob<Background> job, long loadedBytes) {
        job.update(before -> {
            Loading loading = before.loading();
            double done = Math.min(1, (double) loadedBytes / Math.max(1, loading.bytes()));
            return before.loading(new Loading(loading.names(), loading.bytes(), loadedBytes))
                    .at(Step.LOADING, LOADING * done);
        });
    }

    /** Waits until the import is in force; from then on the background cannot be cancelled any more, only undone. */
    private void awaitImport(LiveJob<Background> job, int importId) throws InterruptedException {
        Semaphore cancelled = new Semaphore(0);
        job.onCancel(cancelled::release);
        double before = job.job().progress();
        try {
            ImportJob reading = look(importId);
            while (!reading.status().isFinal()) {
                double progress = before + (1 - before) * reading.progress();
                job.update(now -> now.at(Step.READING, progress));
                if (cancelled.tryAcquire(BETWEEN_LOOKS_MS, TimeUnit.MILLISECONDS)) {
                    throw new CancellationException();
                }
                reading = look(importId);
            }
            requireCompleted(reading);
            job.settle();
        } catch (CancellationException e) {
            imports.undo(importId);
            throw e;
        }
    }

    private ImportJob look(int importId) {
        return imports.byId(importId).orElseThrow(() -> new JobFailedException(BackgroundPhrase.IMPORT_GONE.with()));
    }

    private static void requireCompleted(ImportJob reading) {
        Sentence failure = reading.failure();
        if (failure != null) {
            throw new JobFailedException(failure);
        }
        if (reading.status() != JobStatus.COMPLETED) {
            throw new CancellationException();
        }
    }

    // As a whole: what was fetched before goes once the new one is in force.
    private void replaceFormer(Background fetched) {
        if (fetched.request().kind() != BackgroundKind.LISTENBRAINZ) {
            return;
        }
        for (Background former : backgrounds.inForce(BackgroundKind.LISTENBRAINZ)) {
            Integer importId = former.importId();
            if (importId != null && former.id() != fetched.id()) {
                LOG.infof("Background %d takes the place of background %d", fetched.id(), former.id());
                imports.undo(importId);
            }
        }
    }

    @Override
    public void ended(Background background) {
        String error = background.error();
        LOG.infof("Background %d %s%s", background.id(), background.status().word(), error == null ? "" : ": " + error);
        if (backgrounds.takeTraining(background.id()) && background.status() == JobStatus.COMPLETED) {
            relearning.train();
        }
    }

    @Override
    public void cleanUp(int id) throws IOException {
        DataFolder.delete(files(id));
    }

    private Path files(int id) {
        return folder.folder(FOLDER).resolve(String.valueOf(id));
    }
}
