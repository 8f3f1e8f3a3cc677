package org.segue.interactions;

import java.util.Arrays;

/**
 * Interactions of all users with all songs: users × songs, sparse, in compressed rows (CSR).
 *
 * <p>Row {@code u} holds the cells {@code rowStart[u]} (inclusive) to {@code rowStart[u + 1]} (exclusive) of the arrays
 * {@code songIndexes} and {@code values}; inside a row the song indexes ascend and none occurs twice. Row and column
 * numbers are dense; the keys that they stand for in the database ({@code userIds}, {@code songIds}) ascend with them. A
 * value is a number of plays, or a rating. {@link Listens} hold the plays of which a time is known; they count in the values too.
 *
 * <p>Immutable by agreement: the arrays are shared, not copied, and nobody writes to them. Safe for any thread.
 */
public final class InteractionMatrix {

    private static final long[] NO_TIMES = {};

    private final int[] userIds;
    private final int[] songIds;
    private final CsrMatrix cells;
    private final int[] rowStart;
    private final int[] songIndexes;
    private final float[] values;
    private final Listens listens;

    /**
     * Takes the arrays as they are; no time is known.
     *
     * @param userIds keys of the rows, ascending
     * @param songIds keys of the columns, ascending
     * @param rowStart where each row starts, one entry more than there are rows
     * @param songIndexes column of each cell, ascending inside a row
     * @param values value of each cell
     * @throws IllegalArgumentException if the arrays do not fit each other
     */
    public InteractionMatrix(int[] userIds, int[] songIds, int[] rowStart, int[] songIndexes, float[] values) {
        this(userIds, songIds, rowStart, songIndexes, values, Listens.NONE);
    }

    /**
     * Takes the arrays as they are.
     *
     * @param userIds keys of the rows, ascending
     * @param songIds keys of the columns, ascending
     * @param rowStart where each row starts, one entry more than there are rows
     * @param songIndexes column of each cell, ascending inside a row
     * @param values value of each cell
     * @param listens the plays of which a time is known
     * @throws IllegalArgumentException if the arrays do not fit each other
     */
    public InteractionMatrix(
            int[] userIds, int[] songIds, int[] rowStart, int[] songIndexes, float[] values, Listens listens) {
        if (rowStart.length != userIds.length + 1) {
            throw new IllegalArgumentException(
                    "illegal rowStart: %d entries for %d users".formatted(rowStart.length, userIds.length));
        }
        if (!listens.isEmpty() && listens.rowStart().length != rowStart.length) {
            throw new IllegalArgumentException(
                    "illegal listens: %d rows of %d users".formatted(listens.rowStart().length - 1, userIds.length));
        }
        this.userIds = userIds;
        this.songIds = songIds;
        this.cells = new CsrMatrix(songIds.length, rowStart, songIndexes, values);
        this.rowStart = rowStart;
        this.songIndexes = songIndexes;
        this.values = values;
        this.listens = listens;
    }

    /** The cells without the keys: users × songs, CSR. */
    public CsrMatrix cells() {
        return cells;
    }

    /** Number of rows. */
    public int users() {
        return userIds.length;
    }

    /** Number of columns. */
    public int songs() {
        return songIds.length;
    }

    /** Number of cells that hold a value. */
    public int interactions() {
        return values.length;
    }

    /** Keys of the rows, ascending: {@code [users]}. */
    public int[] userIds() {
        return userIds;
    }

    /** Keys of the columns, ascending: {@code [songs]}. */
    public int[] songIds() {
        return songIds;
    }

    /** Where each row starts: {@code [users + 1]}. */
    public int[] rowStart() {
        return rowStart;
    }

    /** Column of each cell: {@code [interactions]}. */
    public int[] songIndexes() {
        return songIndexes;
    }

    /** Value of each cell: {@code [interactions]}. */
    public float[] values() {
        return values;
    }

    /** The plays of which a time is known, in the row and column numbers of this matrix. */
    public Listens listens() {
        return listens;
    }

    /** The same without times. */
    public InteractionMatrix undated() {
        return listens.isEmpty() ? this : new InteractionMatrix(userIds, songIds, rowStart, songIndexes, values);
    }

    /** Whether a time is known of at least half of the cells, and of any. */
    public boolean isDated() {
        int dated = 0;
        for (int row = 0; row < users(); row++) {
            for (long time : lastHeard(row)) {
                dated += time == 0 ? 0 : 1;
            }
        }
        return dated > 0 && 2L * dated >= interactions();
    }

    /** The cells, and below the users a row for each session of two songs and more: users and sessions × songs, CSR. */
    public CsrMatrix cellsWithSessions() {
        return listens.isEmpty() ? cells : cells.above(Sessions.of(listens).rows(songs()));
    }

    /** Place of a column among the cells of a row that has it. */
    int cellOf(int row, int songIndex) {
        return Arrays.binarySearch(songIndexes, rowStart[row], rowStart[row + 1], songIndex);
    }

    // Epoch seconds by cell of the row, 0 where no time is known; empty if none is of the row.
    private long[] lastHeard(int row) {
        if (listens.from(row) == listens.to(row)) {
            return NO_TIMES;
        }
        long[] times = new long[rowLength(row)];
        for (int k = listens.from(row); k < listens.to(row); k++) {
            times[cellOf(row, listens.songIndexes()[k]) - rowStart[row]] = listens.at(k);
        }
        return times;
    }

    /** Number of songs of one user. */
    public int rowLength(int userIndex) {
        return rowStart[userIndex + 1] - rowStart[userIndex];
    }

    /** The row of a user's key, or a negative number if the user has none. */
    public int userIndexOf(int userId) {
        return Arrays.binarySearch(userIds, userId);
    }

    /** The column of a song's key, or a negative number if the song has none. */
    public int songIndexOf(int songId) {
        return Arrays.binarySearch(songIds, songId);
    }

    /** What this matrix holds of one user, in the form in which a recommender is asked. */
    public UserHistory history(int userIndex) {
        int from = rowStart[userIndex];
        int to = rowStart[userIndex + 1];
        int[] songs = new int[to - from];
        for (int k = from; k < to; k++) {
            songs[k - from] = songIds[songIndexes[k]];
        }
        return new UserHistory(
                userIds[userIndex],
                songs,
                Arrays.copyOfRange(values, from, to),
                lastHeard(userIndex),
                Preferences.NONE,
                Bans.NONE);
    }

    /**
     * The cells of some users, without the songs that none of them has. O(cells kept + songs).
     *
     * @param rows row numbers, ascending
     */
    public InteractionMatrix ofUsers(int[] rows) {
        int[] keys = new int[rows.length];
        int[] start = new int[rows.length + 1];
        for (int r = 0; r < rows.length; r++) {
            keys[r] = userIds[rows[r]];
            start[r + 1] = start[r] + rowLength(rows[r]);
        }
        int[] columns = new int[start[rows.length]];
        float[] cells = new float[columns.length];
        for (int r = 0; r < rows.length; r++) {
            System.arraycopy(songIndexes, rowStart[rows[r]], columns, start[r], rowLength(rows[r]));
            System.arraycopy(values, rowStart[rows[r]], cells, start[r], rowLength(rows[r]));
        }
        int[] occurring = Arrays.stream(columns).sorted().distinct().toArray();
        int[] columnOf = new int[songs()];
        for (int column = 0; column < occurring.length; column++) {
            columnOf[occurring[column]] = column;
        }
        Arrays.setAll(columns, k -> columnOf[columns[k]]);
        int[] songKeys = Arrays.stream(occurring).map(song -> songIds[song]).toArray();
        return new InteractionMatrix(keys, songKeys, start, columns, cells, listensOf(rows, columnOf));
    }

    private Listens listensOf(int[] rows, int[] columnOf) {
        if (listens.isEmpty()) {
            return Listens.NONE;
        }
        int[] start = new int[rows.length + 1];
        for (int r = 0; r < rows.length; r++) {
            start[r + 1] = start[r] + listens.to(rows[r]) - listens.from(rows[r]);
        }
        int[] songs = new int[start[rows.length]];
        int[] seconds = new int[songs.length];
        for (int r = 0; r < rows.length; r++) {
            int from = listens.from(rows[r]);
            for (int k = start[r]; k < start[r + 1]; k++) {
                songs[k] = columnOf[listens.songIndexes()[from + k - start[r]]];
                seconds[k] = listens.seconds()[from + k - start[r]];
            }
        }
        return songs.length == 0 ? Listens.NONE : new Listens(start, songs, seconds);
    }
}
