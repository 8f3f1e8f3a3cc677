package org.segue.training;

import java.util.Arrays;
import org.segue.model.Neighbors;

/** The nearest neighbors of one song so far, nearest first, the first offered where values are equal. For one thread. */
final class NeighborList {

    private final int[] rows;
    private final float[] inSession;
    private final float[] fresh;
    private int size;

    /** An empty list of at most so many. */
    NeighborList(int most) {
        rows = new int[most];
        inSession = new float[most];
        fresh = new float[most];
    }

    /** Takes a neighbor in if it is nearer, while a session goes on, than the farthest of a full list. */
    void offer(int row, float whileInSession, float whenFresh) {
        if (size == rows.length && (size == 0 || whileInSession <= inSession[size - 1])) {
            return;
        }
        int place = size < rows.length ? size++ : size - 1;
        while (place > 0 && inSession[place - 1] < whileInSession) {
            move(place - 1, place);
            place--;
        }
        rows[place] = row;
        inSession[place] = whileInSession;
        fresh[place] = whenFresh;
    }

    private void move(int from, int to) {
        rows[to] = rows[from];
        inSession[to] = inSession[from];
        fresh[to] = fresh[from];
    }

    /** The lists of all songs, in their order. */
    static Neighbors joined(NeighborList[] lists) {
        int[] start = new int[lists.length + 1];
        Arrays.setAll(start, song -> song == 0 ? 0 : lists[song - 1].size);
        Arrays.parallelPrefix(start, Math::addExact);
        int[] rows = new int[start[lists.length]];
        float[] inSession = new float[rows.length];
        float[] fresh = new float[rows.length];
        for (int song = 0; song < lists.length; song++) {
            NeighborList list = lists[song];
            System.arraycopy(list.rows, 0, rows, start[song], list.size);
            System.arraycopy(list.inSession, 0, inSession, start[song], list.size);
            System.arraycopy(list.fresh, 0, fresh, start[song], list.size);
        }
        return new Neighbors(start, rows, inSession, fresh);
    }
}
