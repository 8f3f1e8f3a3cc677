package org.segue.ranking;

import java.util.List;

/**
 * Keeps the best of the songs offered to it: by score, the smaller key first where scores are equal. A song whose score is
 * not a number never enters. Which songs are kept does not depend on the order in which they are offered.
 *
 * <p>A binary heap with the worst kept song at its root, in two primitive arrays. Not safe for several threads.
 */
final class TopN {

    private final int[] songIds;
    private final float[] scores;
    private int size;

    /**
     * An empty selection.
     *
     * @param n the most songs to keep, not negative; that many places are allocated, so a caller caps it by its catalog
     */
    TopN(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("illegal n: %d, must not be negative".formatted(n));
        }
        songIds = new int[n];
        scores = new float[n];
    }

    /** Whether the song would enter. */
    boolean admits(int songId, float score) {
        if (size < scores.length) {
            return !Float.isNaN(score);
        }
        return size > 0 && worse(songIds[0], scores[0], songId, score);
    }

    /** Takes the song in if it is good enough. No song may be offered twice. */
    void offer(int songId, float score) {
        if (!admits(songId, score)) {
            return;
        }
        if (size < scores.length) {
            siftUp(size++, songId, score);
        } else {
            siftDown(songId, score);
        }
    }

    /** Whether all places are taken: from then on a song enters by putting another one out. */
    boolean isFull() {
        return size == scores.length;
    }

    /** The score that a song must reach to enter: the worst one kept, or minus infinity while there are free places. */
    float threshold() {
        if (!isFull()) {
            return Float.NEGATIVE_INFINITY;
        }
        return size == 0 ? Float.POSITIVE_INFINITY : scores[0];
    }

    /** The songs kept, best first, and forgets them. */
    List<ScoredSong> drain() {
        ScoredSong[] sorted = new ScoredSong[size];
        while (size > 0) {
            sorted[size - 1] = new ScoredSong(songIds[0], scores[0]);
            size--;
            siftDown(songIds[size], scores[size]);
        }
        return List.of(sorted);
    }

    private void siftUp(int from, int songId, float score) {
        int at = from;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (!worse(songId, score, songIds[parent], scores[parent])) {
                break;
            }
            move(parent, at);
            at = parent;
        }
        put(at, songId, score);
    }

    private void siftDown(int songId, float score) {
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            int other = child + 1;
            if (other < size && worse(songIds[other], scores[other], songIds[child], scores[child])) {
                child = other;
            }
            if (!worse(songIds[child], scores[child], songId, score)) {
                break;
            }
            move(child, at);
            at = child;
        }
        put(at, songId, score);
    }

    private void move(int from, int to) {
        put(to, songIds[from], scores[from]);
    }

    private void put(int at, int songId, float score) {
        songIds[at] = songId;
        scores[at] = score;
    }

    // False whenever the other score is not a number: such a song beats nobody.
    private static boolean worse(int songId, float score, int otherSongId, float otherScore) {
        return score < otherScore || (score == otherScore && songId > otherSongId);
    }
}
