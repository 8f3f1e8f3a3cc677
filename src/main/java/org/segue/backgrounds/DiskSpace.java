package org.segue.backgrounds;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Locale;
import org.segue.jobs.JobFailedException;
import org.segue.storage.DataFolder;

/** How much the disk of the data folder has room for, and how much a background needs. */
@Singleton
class DiskSpace {

    /** The archives, their rows while they are sorted, and what stays of them in the database with its log. */
    private static final double NEEDED_A_BYTE = 2.5;

    private final DataFolder folder;

    DiskSpace(DataFolder folder) {
        this.folder = folder;
    }

    /** Bytes that are free. */
    long free() {
        try {
            return Files.getFileStore(folder.root()).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("The disk does not say how much is free: " + e.getMessage(), e);
        }
    }

    /** Bytes that must be free for dumps of so many bytes. */
    static long needed(long bytes) {
        return (long) (NEEDED_A_BYTE * bytes);
    }

    /** How much may be loaded of what does not say how large it is. */
    long mostToLoad() {
        return (long) (free() / NEEDED_A_BYTE);
    }

    /**
     * Checks that there is room.
     *
     * @throws JobFailedException if there is not
     */
    void requireRoom(long bytes) {
        long needed = needed(bytes);
        long free = free();
        if (needed > free) {
            throw new JobFailedException(BackgroundPhrase.NO_ROOM.with(inWords(bytes), inWords(needed), inWords(free)));
        }
    }

    /** A number of bytes for people to read. */
    static String inWords(long bytes) {
        return bytes < 1_000_000_000
                ? String.format(Locale.ROOT, "%.0f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
