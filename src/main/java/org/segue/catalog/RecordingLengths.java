package org.segue.catalog;

import org.jspecify.annotations.Nullable;

/** What the lengths of two recordings of one name say. */
final class RecordingLengths {

    /** Silence at the end, and how it is measured, make no more of a difference between two copies of a recording. */
    private static final int SAME_MS = 15_000;

    /** Lengths that differ by no more speak for one recording where nothing else tells two of a name apart. */
    private static final int ALIKE_MS = 5_000;

    private static final double ALIKE_PART = 0.03;

    private RecordingLengths() {}

    /** Whether two lengths, in milliseconds, both known, are those of one recording as players measure it. */
    static boolean areAlike(int oneMs, int otherMs) {
        return Math.abs((long) oneMs - otherMs) <= Math.max(ALIKE_MS, ALIKE_PART * Math.max(oneMs, otherMs));
    }

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
