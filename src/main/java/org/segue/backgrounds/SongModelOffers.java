package org.segue.backgrounds;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.segue.imports.dumps.DataSetFile;
import org.segue.songmodel.SongModelException;
import org.segue.songmodel.SongModelReader;
import org.segue.storage.DataFolder;

/** Tells what song models say of themselves before they are used. Of files that are sent the newest is kept until it is used, or Segue stops. Its methods block. */
@Singleton
public class SongModelOffers {

    /** More than what a song model says of itself, which is at its beginning. */
    private static final int BEGINNING_BYTES = 1 << 17;

    private final DataFolder folder;
    private @Nullable Kept kept;

    SongModelOffers(DataFolder folder) {
        this.folder = folder;
    }

    /**
     * A song model that was sent.
     *
     * @param upload name under which it is kept
     * @param path where
     * @param offer what it says of itself
     */
    public record Kept(String upload, Path path, SongModelOffer offer) {}

    /**
     * What the song model at an address says of itself; only its beginning is loaded.
     *
     * @throws org.segue.imports.dumps.MirrorException if it cannot be had
     * @throws SongModelException if it is none
     */
    public SongModelOffer look(URI address) throws IOException {
        DataSetFile remote = DataSetFile.look(address, () -> {});
        Path begun = Files.createTempFile(offered(), "begun-", ".part");
        try {
            Files.write(begun, remote.beginning(BEGINNING_BYTES));
            return SongModelOffer.of(remote.name(), remote.bytes(), SongModelReader.manifest(begun));
        } finally {
            Files.deleteIfExists(begun);
        }
    }

    /**
     * Keeps a file that was sent, in the place of the one before.
     *
     * @param file moved from there
     * @throws SongModelException if it is no song model; it is not kept then
     */
    public synchronized Kept keep(Path file, String name) throws IOException {
        SongModelOffer offer = SongModelOffer.of(name, Files.size(file), SongModelReader.manifest(file));
        forget();
        String upload = UUID.randomUUID().toString();
        Kept now = new Kept(upload, Files.move(file, offered().resolve(upload)), offer);
        kept = now;
        return now;
    }

    /** The kept file of a name; from now on it is who asked for it who has it. */
    synchronized Optional<Kept> take(String upload) {
        Kept now = kept;
        if (now == null || !now.upload().equals(upload)) {
            return Optional.empty();
        }
        kept = null;
        return Optional.of(now);
    }

    private void forget() throws IOException {
        if (kept != null) {
            Files.deleteIfExists(kept.path());
            kept = null;
        }
    }

    private Path offered() throws IOException {
        return folder.permissions()
                .makeFolder(folder.folder(BackgroundWork.FOLDER).resolve("offered"));
    }
}
