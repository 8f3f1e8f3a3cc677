package org.segue.catalog;

import org.jspecify.annotations.Nullable;

/** What the lengths of two recordings of one name say. */
final class RecordingLengths {

    /** Silence at the end, and how it is measured, make no more of a difference between two copies of a recording. */
    private static final int SAME_MS = 15_000;

    private RecordingLengths() {}

    /** Whether both lengths, in milliseconds, are known and too different for one recording; 0 for one that is not known. */
    static boolean areFarApart(int oneMs, int otherMs) {
        return oneMs > 0 && otherMs > 0 && Math.abs((long) oneMs - otherMs) > SAME_MS;
    }

    /** Whether two recordings of one name are two: their lengths are far apart and their albums differ, all four known. */
    static boolean areTwo(int oneMs, @Nullable String oneAlbum, int otherMs, @Nullable String otherAlbum) {
        return oneAlbum != null
                && otherAlbum != null
                && areFarApart(oneMs, otherMs)
                && !FoldedText.words(oneAlbum).equals(FoldedText.words(otherAlbum));
    }
}
