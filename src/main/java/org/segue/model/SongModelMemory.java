package org.segue.model;

import java.util.Locale;
import org.segue.songmodel.SongModelManifest;

/** How much memory the songs of a song model take while they are served, and how many fit. */
public final class SongModelMemory {

    /** Two copies of floats: by song, and in the blocks that are scanned. */
    private static final int BYTES_A_DIMENSION = 2 * Float.BYTES;

    /** A row and two similarities. */
    private static final int BYTES_A_NEIGHBOR = Integer.BYTES + 2 * Float.BYTES;

    /** Keys, lengths, places, and what is counted of a song in the catalog. */
    private static final int BYTES_A_SONG = 150;

    /** The former model answers while the new one is made: each gets a part, and the rest of the program one. */
    private static final int PARTS = 3;

    private SongModelMemory() {}

    /** Bytes of one song. */
    static long bytesOfSong(int dimension) {
        return (long) BYTES_A_DIMENSION * dimension + (long) BYTES_A_NEIGHBOR * Neighbors.MAX + BYTES_A_SONG;
    }

    /** How many songs of a dimension fit into the memory of this process. */
    public static int fitting(int dimension) {
        return fitting(dimension, Runtime.getRuntime().maxMemory());
    }

    static int fitting(int dimension, long heap) {
        return (int) Math.min(SongModelManifest.MAX_SONGS, heap / PARTS / bytesOfSong(dimension));
    }

    /** What so many songs need, for people to read. */
    public static String inWords(int songs, int dimension) {
        long bytes = songs * bytesOfSong(dimension);
        return String.format(
                Locale.ROOT,
                "%,d songs of dimension %d need about %d MB of memory",
                songs,
                dimension,
                (bytes >> 20) + 1);
    }
}
