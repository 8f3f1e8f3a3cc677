package org.segue.interactions;

import java.util.Arrays;

/**
 * Listens cut into sessions: more than {@value #GAP_SECONDS} seconds between the starts of two plays of one user begin another. A session is
 * the places {@code start[s]} (inclusive) to {@code start[s + 1]} (exclusive) of {@code songIndexes}, in the order of play.
 *
 * <p>Immutable by agreement. Safe for any thread.
 *
 * @param start where each session starts, one entry more than there are sessions
 * @param songIndexes column of each play, shared with the {@link Listens}
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity, never by value
public record Sessions(int[] start, int[] songIndexes) {

    /** Half an hour: longer than a song, shorter than what else people do in between. */
    public static final int GAP_SECONDS = 30 * 60;

    /** Cuts listens. O(listens). */
    public static Sessions of(Listens listens) {
        int[] start = new int[listens.size() + 1];
        int sessions = 0;
        for (int row = 0; row + 1 < listens.rowStart().length; row++) {
            for (int k = listens.from(row); k < listens.to(row); k++) {
                if (k == listens.from(row) || isGap(listens, k)) {
                    start[sessions++] = k;
                }
            }
        }
        start[sessions] = listens.size();
        return new Sessions(Arrays.copyOf(start, sessions + 1), listens.songIndexes());
    }

    private static boolean isGap(Listens listens, int place) {
        return (long) listens.seconds()[place] - listens.seconds()[place - 1] > GAP_SECONDS;
    }

    /**
     * The first place of the session of a row that ends before a place.
     *
     * @param end behind the session's last play, above {@code listens.from(row)}
     */
    static int startOf(Listens listens, int row, int end) {
        int start = end - 1;
        while (start > listens.from(row) && !isGap(listens, start)) {
            start--;
        }
        return start;
    }

    /** Number of sessions. */
    public int size() {
        return start.length - 1;
    }

    /**
     * Sessions of two songs and more as rows: sessions × songs, the values are plays.
     *
     * @param songs number of columns
     */
    public CsrMatrix rows(int songs) {
        int[] rowStart = new int[size() + 1];
        int[] columns = new int[songIndexes.length];
        float[] plays = new float[songIndexes.length];
        int rows = 0;
        int cells = 0;
        for (int s = 0; s < size(); s++) {
            int end = addDistinct(Arrays.copyOfRange(songIndexes, start[s], start[s + 1]), columns, plays, cells);
            if (end - cells > 1) {
                rowStart[++rows] = end;
                cells = end;
            }
        }
        return new CsrMatrix(
                songs, Arrays.copyOf(rowStart, rows + 1), Arrays.copyOf(columns, cells), Arrays.copyOf(plays, cells));
    }

    private static int addDistinct(int[] played, int[] columns, float[] plays, int from) {
        Arrays.sort(played);
        int end = from;
        for (int song : played) {
            if (end > from && columns[end - 1] == song) {
                plays[end - 1]++;
            } else {
                columns[end] = song;
                plays[end++] = 1;
            }
        }
        return end;
    }
}
