package org.segue.model;

import java.util.Locale;
import org.segue.songmodel.SongModelManifest;

/** How much memory the songs of a song model take while they are served, and how many fit. */
public final class SongModelMemory {

    /** A byte by song, and one in the blocks that are scanned. */
    private static final int BYTES_A_DIMENSION = 2 * Byte.BYTES;

    /** A row and one similarity. */
    private static final int BYTES_A_NEIGHBOR = Integer.BYTES + Float.BYTES;

    /** Scales, keys, lengths, places, the centroid of its artist, and what is counted of a song in the catalog, while that is counted anew. */
    private static final int BYTES_A_SONG = 120;

    /** What the program needs without songs. */
    private static final long RESERVE_BYTES = 120L << 20;

    /** Of what is left, so that the collector has room to work in. */
    private static final double SHARE = 0.7;

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
        double room = Math.max(0, SHARE * (heap - RESERVE_BYTES));
        return (int) Math.min(SongModelManifest.MAX_SONGS, room / bytesOfSong(dimension));
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
