package org.segue.backgrounds;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.segue.backgrounds.Background.Loading;
import org.segue.backgrounds.Background.Step;
import org.segue.imports.dumps.DataSetFile;
import org.segue.jobs.JobFailedException;
import org.segue.jobs.LiveJob;
import org.segue.songmodel.SongModelException;
import org.segue.storage.DataFolder;
import org.segue.text.Sentence;
import org.segue.training.SongModelService;

/** The work of a background that is a song model: its file is loaded if need be, checked whole, and becomes a model. What is refused leaves nothing. */
@Singleton
class SongModelWork {

    private static final String NAME = "0.segue-model";

    /** Of all that there is to do, loading. */
    private static final double LOADED = 0.5;

    private final SongModelService songModels;
    private final DataFolder folder;
    private final DiskSpace disk;

    SongModelWork(SongModelService songModels, DataFolder folder, DiskSpace disk) {
        this.songModels = songModels;
        this.folder = folder;
        this.disk = disk;
    }

    /** Where the file of a background is. */
    Path file(int id) throws IOException {
        return folder.permissions()
                .makeFolder(folder.folder(BackgroundWork.FOLDER).resolve(String.valueOf(id)))
                .resolve(NAME);
    }

    Background run(LiveJob<Background> job) throws IOException {
        Path file = file(job.job().id());
        String url = job.job().request().url();
        if (url != null) {
            load(job, URI.create(url), file);
        } else if (!Files.exists(file)) {
            throw new JobFailedException(BackgroundPhrase.SONG_MODEL_GONE.with());
        }
        job.update(before -> before.at(Step.READING, LOADED));
        // From here on it is undone, not cancelled.
        job.settle();
        try {
            return job.job().became(String.valueOf(songModels.take(file, 0).version()));
        } catch (SongModelException e) {
            throw new JobFailedException(Sentence.plain(String.valueOf(e.getMessage())));
        }
    }

    private void load(LiveJob<Background> job, URI url, Path file) {
        job.update(before -> before.at(Step.ASKING, 0));
        DataSetFile remote = DataSetFile.look(url, job::endIfCancelled);
        disk.requireRoom(remote.bytes());
        job.update(before -> before.loading(new Loading(List.of(remote.name()), remote.bytes(), 0)));
        remote.load(file, job.job().request().sha256(), disk.mostToLoad(), loaded -> BackgroundWork.show(job, loaded));
    }
}
