package org.segue.interactions;

import java.util.Arrays;

/**
 * Collects cells in any order and makes an {@link InteractionMatrix} of them.
 *
 * <p>Keys are database keys, not negative and dense enough for an array as long as the largest. Cells are kept as twelve
 * bytes each (sixteen where there are times) until {@link #build()}, which sorts them by counting. Of several values for the
 * same cell the sum counts, of several times the first. Not safe for several threads.
 */
public final class InteractionMatrixBuilder {

    private static final int SECONDS_PER_MINUTE = 60;

    private int[] users = new int[1024];
    private int[] songs = new int[1024];
    private float[] values = new float[1024];
    private int[] heardAt = {};
    private int size;

    /**
     * Adds a listen: one play.
     *
     * @param userId key of the user, not negative
     * @param songId key of the song, not negative
     * @param listenedAt epoch seconds
     */
    public InteractionMatrixBuilder addListen(int userId, int songId, long listenedAt) {
        add(userId, songId, 1);
        if (heardAt.length < size) {
            heardAt = Arrays.copyOf(heardAt, values.length);
        }
        heardAt[size - 1] = (int) (listenedAt / SECONDS_PER_MINUTE);
        return this;
    }

    /**
     * Adds a cell.
     *
     * @param userId key of the user, not negative
     * @param songId key of the song, not negative
     * @param value plays or rating, finite
     */
    public InteractionMatrixBuilder add(int userId, int songId, float value) {
        if (userId < 0 || songId < 0) {
            throw new IllegalArgumentException("illegal cell: user %d, song %d".formatted(userId, songId));
        }
        if (size == values.length) {
            int capacity = (int) Math.min(Integer.MAX_VALUE - 8L, size * 3L / 2);
            users = Arrays.copyOf(users, capacity);
            songs = Arrays.copyOf(songs, capacity);
            values = Arrays.copyOf(values, capacity);
        }
        users[size] = userId;
        songs[size] = songId;
        values[size++] = value;
        return this;
    }

    /** The matrix of all cells added so far. */
    public InteractionMatrix build() {
        int[] userIds = distinct(users, size);
        int[] songIds = distinct(songs, size);
        int[] userIndexes = indexes(users, size, userIds);
        int[] songIndexes = indexes(songs, size, songIds);
        // Sorting by column and then, stably, by row leaves each row's columns ascending.
        int[] bySong = stableOrder(identity(size), songIndexes, songIds.length);
        int[] order = stableOrder(bySong, userIndexes, userIds.length);
        return compress(userIds, songIds, userIndexes, songIndexes, order);
    }

    private InteractionMatrix compress(
            int[] userIds, int[] songIds, int[] userIndexes, int[] songIndexes, int[] order) {
        int[] rowStart = new int[userIds.length + 1];
        int[] columns = new int[size];
        float[] cells = new float[size];
        int[] times = new int[heardAt.length == 0 ? 0 : size];
        int count = 0;
        int lastUser = -1;
        for (int k : order) {
            int user = userIndexes[k];
            if (user == lastUser && columns[count - 1] == songIndexes[k]) {
                cells[count - 1] += values[k];
                heard(times, count - 1, k);
                continue;
            }
            columns[count] = songIndexes[k];
            heard(times, count, k);
            cells[count++] = values[k];
            rowStart[user + 1] = count;
            lastUser = user;
        }
        return new InteractionMatrix(
                userIds,
                songIds,
                rowStart,
                Arrays.copyOf(columns, count),
                Arrays.copyOf(cells, count),
                Arrays.copyOf(times, Math.min(times.length, count)));
    }

    private void heard(int[] times, int cell, int k) {
        if (k < heardAt.length && heardAt[k] != 0 && (times[cell] == 0 || heardAt[k] < times[cell])) {
            times[cell] = heardAt[k];
        }
    }

    private static int[] distinct(int[] keys, int size) {
        return Arrays.stream(keys, 0, size).sorted().distinct().toArray();
    }

    private static int[] indexes(int[] keys, int size, int[] distinct) {
        int largest = distinct.length == 0 ? -1 : distinct[distinct.length - 1];
        int[] indexOf = new int[largest + 1];
        for (int i = 0; i < distinct.length; i++) {
            indexOf[distinct[i]] = i;
        }
        int[] indexes = new int[size];
        Arrays.setAll(indexes, k -> indexOf[keys[k]]);
        return indexes;
    }

    private static int[] identity(int size) {
        int[] order = new int[size];
        Arrays.setAll(order, i -> i);
        return order;
    }

    private static int[] stableOrder(int[] order, int[] bucketOf, int buckets) {
        int[] start = new int[buckets + 1];
        for (int k : order) {
            start[bucketOf[k] + 1]++;
        }
        Arrays.parallelPrefix(start, Integer::sum);
        int[] sorted = new int[order.length];
        for (int k : order) {
            sorted[start[bucketOf[k]]++] = k;
        }
        return sorted;
    }
}
