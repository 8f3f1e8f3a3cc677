package org.segue.backgrounds;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.segue.backgrounds.Background.Loading;
import org.segue.jobs.JobStatus;
import org.segue.model.ModelInUseException;
import org.segue.model.UnknownModelException;
import org.segue.training.SongModelService;

/** Backgrounds that are song models: begun with the file that was sent, and undone by deleting the model. Its methods block. */
@Singleton
class SongModelBackgrounds {

    private final BackgroundRepository backgrounds;
    private final SongModelWork work;
    private final SongModelOffers offers;
    private final SongModelService songModels;

    SongModelBackgrounds(
            BackgroundRepository backgrounds, SongModelWork work, SongModelOffers offers, SongModelService songModels) {
        this.backgrounds = backgrounds;
        this.work = work;
        this.offers = offers;
        this.songModels = songModels;
    }

    /** A queued background with its file, which is moved. */
    Background create(Path file, String name) throws IOException {
        Background queued =
                backgrounds.create(BackgroundRequest.songModel(), null).loading(new Loading(List.of(name), 0, 0));
        Files.move(file, work.file(queued.id()));
        backgrounds.note(queued);
        return queued;
    }

    /** The same of a file that is kept. */
    Optional<Background> create(String upload) throws IOException {
        Optional<SongModelOffers.Kept> kept = offers.take(upload);
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(create(kept.get().path(), kept.get().offer().name()));
    }

    /** Deletes the model that a background has become, with all songs that it alone brought; false if it answers while another one could. */
    boolean undo(Background background) {
        String version = background.model();
        if (version == null) {
            return false;
        }
        try {
            songModels.delete(version);
        } catch (UnknownModelException e) {
            // Somebody has deleted it on the page of models.
        } catch (ModelInUseException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("The disk cannot be written: " + e.getMessage(), e);
        }
        backgrounds.finish(background.with(background.state().ended(JobStatus.UNDONE, null)));
        return true;
    }
}
