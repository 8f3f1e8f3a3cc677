package org.segue.interactions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.segue.interactions.HoldOut.Order;

/**
 * Splits the listens of one user after the other: which cells are held out, and from when on nothing of the user is left. What is left makes the
 * training part. For one thread.
 */
final class ListenSplit {

    private static final int NO_CUT = Integer.MAX_VALUE;

    private final InteractionMatrix all;
    private final Listens listens;
    private final boolean[] heldOut;
    private final int[] cuts;

    /** Listens that are gone, by cell. */
    private final int[] gone;

    /** Nothing is held out. */
    ListenSplit(InteractionMatrix all) {
        this.all = all;
        this.listens = all.listens();
        this.heldOut = new boolean[all.interactions()];
        this.gone = new int[all.interactions()];
        this.cuts = new int[all.users()];
        Arrays.fill(cuts, NO_CUT);
    }

    /** Holds songs of a user out. */
    void user(int row, Order order, long seed) {
        if (order == Order.SESSION) {
            cutSession(row, 0);
            return;
        }
        int[] cells = shuffled(all.rowStart()[row], all.rowLength(row), seed, all.userIds()[row]);
        int count = Math.max(1, (int) (HoldOut.FRACTION * cells.length));
        if (order == Order.TIME) {
            int[] firstHeard = firstHeard(row);
            sortLatestFirst(cells, firstHeard, all.rowStart()[row]);
            cuts[row] = firstHeard(cells, count, firstHeard, all.rowStart()[row]);
        }
        for (int k = 0; k < count; k++) {
            heldOut[cells[k]] = true;
        }
        countGone(row);
    }

    /** Leaves a user the first songs, and holds the next ones out; later ones are gone. */
    void keepFirst(int row, Order order, long seed, int known, int next) {
        int rowStart = all.rowStart()[row];
        int[] cells = shuffled(rowStart, all.rowLength(row), seed, all.userIds()[row]);
        int later = cells.length - known;
        if (order == Order.TIME) {
            int[] firstHeard = firstHeard(row);
            sortLatestFirst(cells, firstHeard, rowStart);
            cuts[row] = firstHeard(cells, later, firstHeard, rowStart);
        }
        for (int k = 0; k < later; k++) {
            heldOut[cells[k]] = k >= later - next;
            gone[cells[k]] = (int) Math.ceil(all.values()[cells[k]]);
        }
        countGone(row);
    }

    /**
     * Cuts a user's listens at the start of a session, and holds the songs out that were new in it.
     *
     * @param back how many sessions come after it
     * @return whether there is such a session, with enough before it; if not, nothing is cut
     */
    boolean cutSession(int row, int back) {
        int end = listens.to(row);
        for (int later = 0; later < back && end > listens.from(row); later++) {
            end = Sessions.startOf(listens, row, end);
        }
        if (end == listens.from(row)) {
            return false;
        }
        int start = Sessions.startOf(listens, row, end);
        cuts[row] = listens.seconds()[start];
        countGone(row);
        if (songsLeft(row) < HoldOut.MIN_SONGS_BEFORE) {
            cuts[row] = NO_CUT;
            Arrays.fill(gone, all.rowStart()[row], all.rowStart()[row + 1], 0);
            return false;
        }
        for (int k = start; k < end; k++) {
            int cell = all.cellOf(row, listens.songIndexes()[k]);
            heldOut[cell] = heldOut[cell] || !isLeft(cell);
        }
        return true;
    }

    private int songsLeft(int row) {
        return (int) IntStream.range(all.rowStart()[row], all.rowStart()[row + 1])
                .filter(this::isLeft)
                .count();
    }

    private void countGone(int row) {
        for (int k = listens.from(row); k < listens.to(row); k++) {
            if (listens.seconds()[k] >= cuts[row]) {
                gone[all.cellOf(row, listens.songIndexes()[k])]++;
            }
        }
    }

    // Plays that were only counted have no time, and stay.
    private boolean isLeft(int cell) {
        return !heldOut[cell] && (gone[cell] == 0 || all.values()[cell] > gone[cell]);
    }

    // By cell of the row; those without a time have NO_CUT.
    private int[] firstHeard(int row) {
        int[] first = new int[all.rowLength(row)];
        Arrays.fill(first, NO_CUT);
        for (int k = listens.to(row) - 1; k >= listens.from(row); k--) {
            first[all.cellOf(row, listens.songIndexes()[k]) - all.rowStart()[row]] = listens.seconds()[k];
        }
        return first;
    }

    private static int firstHeard(int[] cells, int count, int[] firstHeard, int rowStart) {
        int first = NO_CUT;
        for (int k = 0; k < count; k++) {
            first = Math.min(first, firstHeard[cells[k] - rowStart]);
        }
        return first;
    }

    // Fisher and Yates.
    private static int[] shuffled(int rowStart, int songs, long seed, int userId) {
        SplittableRandom random = new SplittableRandom(mix(seed ^ mix(userId)));
        int[] cells = new int[songs];
        Arrays.setAll(cells, k -> rowStart + k);
        for (int k = 0; k < songs; k++) {
            int other = random.nextInt(k, songs);
            int chosen = cells[other];
            cells[other] = cells[k];
            cells[k] = chosen;
        }
        return cells;
    }

    // Those without a time come last, and keep their random order.
    private static void sortLatestFirst(int[] cells, int[] firstHeard, int rowStart) {
        int[] before = cells.clone();
        int dated = 0;
        long[] keys = new long[cells.length];
        for (int cell : before) {
            int first = firstHeard[cell - rowStart];
            if (first != NO_CUT) {
                keys[dated++] = ((long) first << Integer.SIZE) | cell;
            }
        }
        Arrays.sort(keys, 0, dated);
        for (int k = 0; k < dated; k++) {
            cells[k] = (int) keys[dated - 1 - k];
        }
        int next = dated;
        for (int cell : before) {
            if (firstHeard[cell - rowStart] == NO_CUT) {
                cells[next++] = cell;
            }
        }
    }

    // MurmurHash3's finaliser: seeds that lie close must not give shifted copies of one random sequence.
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    /** What is left. */
    InteractionMatrix training() {
        int[] columnOf = columns();
        int[] songIds = new int[columnOf[all.songs()]];
        int[] rowStart = new int[all.users() + 1];
        int[] songIndexes = new int[all.interactions()];
        float[] values = new float[all.interactions()];
        int count = 0;
        for (int u = 0; u < all.users(); u++) {
            for (int k = all.rowStart()[u]; k < all.rowStart()[u + 1]; k++) {
                if (isLeft(k)) {
                    int song = all.songIndexes()[k];
                    songIds[columnOf[song]] = all.songIds()[song];
                    songIndexes[count] = columnOf[song];
                    values[count++] = all.values()[k] - gone[k];
                }
            }
            rowStart[u + 1] = count;
        }
        return new InteractionMatrix(
                all.userIds(),
                songIds,
                rowStart,
                Arrays.copyOf(songIndexes, count),
                Arrays.copyOf(values, count),
                listensLeft(columnOf));
    }

    private Listens listensLeft(int[] columnOf) {
        int[] start = new int[listens.rowStart().length];
        int[] songs = new int[listens.size()];
        int[] seconds = new int[listens.size()];
        int count = 0;
        for (int u = 0; u + 1 < start.length; u++) {
            for (int k = listens.from(u); k < listens.to(u); k++) {
                int song = listens.songIndexes()[k];
                if (listens.seconds()[k] < cuts[u] && isLeft(all.cellOf(u, song))) {
                    songs[count] = columnOf[song];
                    seconds[count++] = listens.seconds()[k];
                }
            }
            start[u + 1] = count;
        }
        return count == 0
                ? Listens.NONE
                : new Listens(start, Arrays.copyOf(songs, count), Arrays.copyOf(seconds, count));
    }

    /** The new column of each song that still occurs; behind them, their number. */
    private int[] columns() {
        boolean[] occurs = new boolean[all.songs()];
        for (int k = 0; k < heldOut.length; k++) {
            occurs[all.songIndexes()[k]] |= isLeft(k);
        }
        int[] columnOf = new int[all.songs() + 1];
        for (int i = 0; i < all.songs(); i++) {
            columnOf[i + 1] = columnOf[i] + (occurs[i] ? 1 : 0);
        }
        return columnOf;
    }

    /** The songs held out that the training part knows, of each user who has any. */
    List<UserHistory> tests(InteractionMatrix training) {
        List<UserHistory> tests = new ArrayList<>();
        for (int u = 0; u < all.users(); u++) {
            UserHistory test = test(u, training);
            if (!test.isEmpty()) {
                tests.add(test);
            }
        }
        return tests;
    }

    private UserHistory test(int row, InteractionMatrix training) {
        int[] songIds = new int[all.rowLength(row)];
        float[] values = new float[songIds.length];
        int count = 0;
        for (int k = all.rowStart()[row]; k < all.rowStart()[row + 1]; k++) {
            int songId = all.songIds()[all.songIndexes()[k]];
            if (heldOut[k] && training.songIndexOf(songId) >= 0) {
                songIds[count] = songId;
                values[count++] = all.values()[k];
            }
        }
        return new UserHistory(all.userIds()[row], Arrays.copyOf(songIds, count), Arrays.copyOf(values, count));
    }
}
