package org.segue.interactions;

import java.util.Arrays;

/**
 * Collects cells in any order and makes an {@link InteractionMatrix} of them.
 *
 * <p>Keys are database keys, not negative and dense enough for an array as long as the largest. Cells are kept as twelve
 * bytes each (sixteen where there are times) until {@link #build()}, which sorts them by counting. Of several values for the
 * same cell the sum counts. Not safe for several threads.
 */
public final class InteractionMatrixBuilder {

    private static final int UNDATED = Integer.MIN_VALUE;

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
     * @param listenedAt epoch seconds; 0 if it is not known
     */
    public InteractionMatrixBuilder addListen(int userId, int songId, long listenedAt) {
        add(userId, songId, 1);
        if (listenedAt > 0) {
            growTimes(values.length);
            heardAt[size - 1] = Listens.secondsOf(listenedAt);
        }
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

    private void growTimes(int length) {
        int before = heardAt.length;
        if (before < length) {
            heardAt = Arrays.copyOf(heardAt, length);
            Arrays.fill(heardAt, before, length, UNDATED);
        }
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
        int count = 0;
        int lastUser = -1;
        for (int k : order) {
            int user = userIndexes[k];
            if (user == lastUser && columns[count - 1] == songIndexes[k]) {
                cells[count - 1] += values[k];
                continue;
            }
            columns[count] = songIndexes[k];
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
                listens(userIndexes, songIndexes, userIds.length));
    }

    private Listens listens(int[] userIndexes, int[] songIndexes, int users) {
        int[] start = new int[users + 1];
        for (int k = 0; k < size; k++) {
            start[userIndexes[k] + 1] += isDated(k) ? 1 : 0;
        }
        Arrays.parallelPrefix(start, Integer::sum);
        if (start[users] == 0) {
            return Listens.NONE;
        }
        long[] timesAndSongs = new long[start[users]];
        int[] next = start.clone();
        for (int k = 0; k < size; k++) {
            if (isDated(k)) {
                timesAndSongs[next[userIndexes[k]]++] = ((long) heardAt[k] << Integer.SIZE) | songIndexes[k];
            }
        }
        for (int user = 0; user < users; user++) {
            Arrays.sort(timesAndSongs, start[user], start[user + 1]);
        }
        int[] songsByTime = new int[timesAndSongs.length];
        int[] seconds = new int[timesAndSongs.length];
        Arrays.setAll(songsByTime, k -> (int) timesAndSongs[k]);
        Arrays.setAll(seconds, k -> (int) (timesAndSongs[k] >> Integer.SIZE));
        return new Listens(start, songsByTime, seconds);
    }

    private boolean isDated(int k) {
        return k < heardAt.length && heardAt[k] != UNDATED;
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
