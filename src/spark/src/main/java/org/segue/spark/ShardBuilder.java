package org.segue.spark;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Puts a shard together from cells in the order of users, rows and songs. For one thread. */
final class ShardBuilder {

    private final int number;
    private int[] userStart = new int[64];
    private int[] rowStart = new int[256];
    private int[] songs = new int[4096];
    private float[] plays = new float[4096];
    private byte[] paired = new byte[4096];
    private int users;
    private int rows;
    private int cells;

    /** An empty shard of this number. */
    ShardBuilder(int number) {
        this.number = number;
    }

    /** Begins the rows of the next user. */
    void user() {
        userStart = grown(userStart, users + 1);
        userStart[users++] = rows;
    }

    /** Begins the next row of the user. */
    void row() {
        rowStart = grown(rowStart, rows + 1);
        rowStart[rows++] = cells;
    }

    /** Adds a cell to the row. */
    void cell(int song, float itsPlays, boolean isPaired) {
        if (cells == songs.length) {
            songs = Arrays.copyOf(songs, 2 * cells);
            plays = Arrays.copyOf(plays, 2 * cells);
            paired = Arrays.copyOf(paired, 2 * cells);
        }
        songs[cells] = song;
        plays[cells] = itsPlays;
        paired[cells++] = (byte) (isPaired ? 1 : 0);
    }

    // One more is always there, for the end.
    private static int[] grown(int[] values, int size) {
        return size < values.length ? values : Arrays.copyOf(values, 2 * values.length);
    }

    /** The shard. */
    Shard build() {
        userStart[users] = rows;
        rowStart[rows] = cells;
        int[] distinct = Arrays.stream(songs, 0, cells).sorted().distinct().toArray();
        int[] places = IntStream.range(0, cells)
                .map(cell -> Arrays.binarySearch(distinct, songs[cell]))
                .toArray();
        return new Shard(
                number,
                Arrays.copyOf(userStart, users + 1),
                Arrays.copyOf(rowStart, rows + 1),
                places,
                Arrays.copyOf(plays, cells),
                Arrays.copyOf(paired, cells),
                distinct);
    }
}
