package org.segue.spark;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The pairs of songs in the rows of one listener. For one thread. */
final class UserPairs {

    private long[] pairs = new long[1024];
    private int size;

    /**
     * A pair.
     *
     * @param song the smaller number
     * @param other the greater number
     * @param rows how many rows have both
     */
    record Pair(int song, int other, int rows) {}

    /** Adds all pairs of a row's songs, ascending. */
    void add(int[] songs) {
        for (int i = 0; i < songs.length; i++) {
            for (int j = i + 1; j < songs.length; j++) {
                if (size == pairs.length) {
                    pairs = Arrays.copyOf(pairs, 2 * size);
                }
                pairs[size++] = ((long) songs[i] << Integer.SIZE) | songs[j];
            }
        }
    }

    /** Each pair once. */
    Stream<Pair> counted() {
        Arrays.sort(pairs, 0, size);
        return IntStream.range(0, size)
                .filter(k -> k == 0 || pairs[k] != pairs[k - 1])
                .mapToObj(k -> new Pair((int) (pairs[k] >> Integer.SIZE), (int) pairs[k], rowsFrom(k)));
    }

    private int rowsFrom(int first) {
        int end = first;
        while (end < size && pairs[end] == pairs[first]) {
            end++;
        }
        return end - first;
    }
}
