package org.segue.model;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.segue.catalog.CatalogChanged;
import org.segue.catalog.ExternalSong;
import org.segue.catalog.ModelSongRepository;
import org.segue.catalog.NameText;
import org.segue.listens.Measure;
import org.segue.songmodel.ModelSong;
import org.segue.songmodel.SongLines;
import org.segue.songmodel.SongModel;
import org.segue.songmodel.SongModelException;
import org.segue.songmodel.SongModelManifest;
import org.segue.songmodel.SongModelReader;
import org.segue.storage.DataFolder;

/**
 * Makes a model of this service from a song model's file. The file is unpacked into the data folder and checked whole before anything is
 * stored; what is refused leaves nothing behind. Its methods block; one import at a time.
 */
@Singleton
public class SongModelImporter {

    /** Where one is unpacked, in the data folder. */
    static final String FOLDER = "incoming-model";

    /** Much more than ten million songs at any dimension that fits into memory take. */
    private static final long MAX_BYTES = 16L << 30;

    /** What stays free on the disk: the service goes on writing. */
    private static final long RESERVE_BYTES = 256L << 20;

    /** Files as they come, unpacked, and the model that is made of them. */
    private static final int COPIES = 3;

    /** For a name that is nothing but what cannot be shown. */
    private static final String UNREADABLE = "\uFFFD";

    private static final int SONGS_AT_ONCE = 10_000;

    private final DataFolder data;
    private final ModelSongRepository songs;
    private final Event<CatalogChanged> catalogChanged;

    SongModelImporter(DataFolder data, ModelSongRepository songs, Event<CatalogChanged> catalogChanged) {
        this.data = data;
        this.songs = songs;
        this.catalogChanged = catalogChanged;
    }

    /**
     * A model that is made and not published yet.
     *
     * @param id of its songs in the database
     * @param candidate folder of its files
     * @param model itself
     */
    public record Made(int id, Path candidate, FactorModel model) {}

    /**
     * Makes a model of a file.
     *
     * @param file the song model
     * @param most the most songs to take, owned and heard ones first; 0 for as many as fit into memory
     * @return what was made, to be published or {@link #discard discarded}
     * @throws SongModelException if the file is refused, or so many songs do not fit
     * @throws IOException if the disk cannot be read or written
     */
    public Made make(Path file, int most) throws IOException {
        Path folder = data.folder(FOLDER);
        DataFolder.delete(folder);
        Files.createDirectories(folder);
        data.permissions().apply(folder);
        try (SongModel source = unpack(file, folder.resolve("unpacked"), most)) {
            return make(source, most, folder.resolve("candidate"));
        } catch (IOException | RuntimeException e) {
            DataFolder.delete(folder);
            throw e;
        }
    }

    private SongModel unpack(Path file, Path folder, int most) throws IOException {
        SongModelManifest manifest = SongModelReader.manifest(file);
        int fitting = SongModelMemory.fitting(manifest.size().dimension());
        if (most > fitting) {
            throw new SongModelException("%s. Here at most %,d fit: take fewer."
                    .formatted(SongModelMemory.inWords(most, manifest.size().dimension()), fitting));
        }
        if (fitting == 0) {
            throw new SongModelException("%s: not even one fits into the memory here."
                    .formatted(SongModelMemory.inWords(1, manifest.size().dimension())));
        }
        SongModelConversion.hyperparameters(manifest);
        long free = Files.getFileStore(data.root()).getUsableSpace();
        long room = Math.min(MAX_BYTES, Math.max(0, (free - RESERVE_BYTES) / COPIES));
        return SongModelReader.unpack(file, folder, new SongModelReader.Limits(room, checkable()));
    }

    // Checking keeps some 30 bytes a song.
    private static int checkable() {
        return (int) Math.min(SongModelManifest.MAX_SONGS, Runtime.getRuntime().maxMemory() / 4 / 30);
    }

    private Made make(SongModel source, int most, Path candidate) throws IOException {
        SongModelManifest manifest = source.manifest();
        int room = most == 0 ? SongModelMemory.fitting(manifest.size().dimension()) : most;
        boolean[] chosen = choose(source, Math.min(room, manifest.size().songs()));
        int id = songs.begin(System.currentTimeMillis());
        try {
            FactorModel model = new SongModelConversion(source, point(source, id, chosen)).model();
            ModelFiles.write(candidate, model, manifestOf(manifest, model, id));
            catalogChanged.fire(new CatalogChanged());
            return new Made(id, candidate, model);
        } catch (IOException | RuntimeException e) {
            forget(id);
            throw e;
        }
    }

    // What the household has comes first, then what most people play.
    private boolean[] choose(SongModel source, int room) throws IOException {
        boolean[] chosen = new boolean[source.manifest().size().songs()];
        if (room >= chosen.length) {
            Arrays.fill(chosen, true);
            return chosen;
        }
        int taken = 0;
        try (SongLines lines = source.songs()) {
            int from = 0;
            for (List<ExternalSong> some = next(lines); !some.isEmpty(); some = next(lines)) {
                boolean[] here = songs.areHere(some);
                for (int k = 0; k < here.length && taken < room; k++) {
                    chosen[from + k] = here[k];
                    taken += here[k] ? 1 : 0;
                }
                from += here.length;
            }
        }
        for (int song = 0; song < chosen.length && taken < room; song++) {
            taken += chosen[song] ? 0 : 1;
            chosen[song] = true;
        }
        return chosen;
    }

    private int[] point(SongModel source, int id, boolean[] chosen) throws IOException {
        int[] keys = new int[chosen.length];
        try (SongLines lines = source.songs()) {
            int from = 0;
            for (List<ExternalSong> some = next(lines); !some.isEmpty(); some = next(lines)) {
                List<ExternalSong> wanted = new ArrayList<>();
                for (int k = 0; k < some.size(); k++) {
                    if (chosen[from + k]) {
                        wanted.add(some.get(k));
                    }
                }
                int[] found = songs.point(id, wanted);
                int at = 0;
                for (int k = 0; k < some.size(); k++) {
                    keys[from + k] = chosen[from + k] ? found[at++] : 0;
                }
                from += some.size();
            }
        }
        return keys;
    }

    private static List<ExternalSong> next(SongLines lines) throws IOException {
        List<ExternalSong> some = new ArrayList<>();
        while (some.size() < SONGS_AT_ONCE) {
            Optional<ModelSong> song = lines.next();
            if (song.isEmpty()) {
                return some;
            }
            some.add(external(song.get()));
        }
        return some;
    }

    private static ExternalSong external(ModelSong song) {
        Long length = song.lengthMs();
        String album = song.album();
        return ExternalSong.named(named(song.artist()), named(song.title()), album == null ? null : named(album))
                .with(song.mbid(), null, length == null || length > Integer.MAX_VALUE ? null : length.intValue());
    }

    private static String named(String name) {
        String cleaned = NameText.cleaned(name);
        return cleaned.isEmpty() ? UNREADABLE : cleaned;
    }

    private static ModelManifest manifestOf(SongModelManifest its, FactorModel model, int id)
            throws SongModelException {
        SongModelManifest.Source source = its.origin().source();
        SongModelOrigin origin = new SongModelOrigin(
                id,
                source.name(),
                source.url(),
                source.period(),
                its.origin().license(),
                its.size().songs(),
                its.listeners().users(),
                its.listeners().isPrivate());
        ModelManifest.Provenance provenance = new ModelManifest.Provenance(
                Instant.now(),
                its.origin().software(),
                SongModelConversion.hyperparameters(its),
                Measure.PLAYS,
                null,
                origin);
        return new ModelManifest(
                provenance, new ModelManifest.Size(0, model.songs(), 0), new ModelManifest.Fit(List.of(), 0), null);
    }

    /** Notes which version a model has become. */
    public void published(Made made, String version) throws IOException {
        songs.name(made.id(), version);
        DataFolder.delete(data.folder(FOLDER));
    }

    /** Takes back what was made and is not published. */
    public void discard(Made made) throws IOException {
        DataFolder.delete(data.folder(FOLDER));
        forget(made.id());
    }

    /** Deletes every song that a deleted version alone brought. */
    public void deleted(String version) {
        songs.ofVersion(version).ifPresent(this::forget);
    }

    /** Ends what was cut short: deletes the songs of models that are not among these. */
    public void cleanUp(List<ModelVersion> versions) throws IOException {
        DataFolder.delete(data.folder(FOLDER));
        for (ModelVersion version : versions) {
            ModelManifest manifest = version.manifest();
            SongModelOrigin origin =
                    manifest == null ? null : manifest.provenance().songModel();
            if (origin != null) {
                songs.name(origin.id(), version.version());
            }
        }
        songs.without(versions.stream().map(ModelVersion::version).toList()).forEach(this::forget);
    }

    private void forget(int id) {
        songs.delete(id);
        catalogChanged.fire(new CatalogChanged());
    }
}
