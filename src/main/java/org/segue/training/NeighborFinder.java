package org.segue.training;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.segue.interactions.CsrMatrix;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.Sessions;
import org.segue.model.Neighbors;
import org.segue.model.Recency;

/**
 * Finds the songs that go with each song, from interactions alone:
 *
 * <pre>
 * s_ij = |U_i ∩ U_j| / √(|U_i| |U_j|) + γ Σ 1/distance / √(n_i n_j)
 * </pre>
 *
 * where U_i are the users and sessions that have song i, the second sum is over plays of i that come at most {@value #AHEAD} songs after one of j in the same
 * session, and n_i is the number of sessions with i. The {@value Neighbors#MAX} largest are kept (Koren, "Factorization Meets the Neighborhood", KDD 2008;
 * Ludewig and Jannach, "Evaluation of Session-based Recommendation Algorithms", 2018).
 *
 * <p>A row at a time, on all threads, each with a number a song: no matrix of songs × songs ever exists. Of rows with more than {@value #MAX_ROW} songs a random
 * part of that size counts. For one caller.
 */
final class NeighborFinder {

    static final int MAX_ROW = 500;
    private static final int AHEAD = 10;

    private final InteractionMatrix interactions;
    private final long seed;
    private final int threads;
    private final Map<Follows, Neighbors> found = new HashMap<>();
    private @Nullable Together together;

    private record Follows(double inSession, double fresh) {}

    /**
     * Finds in interactions.
     *
     * @param seed where the random choice of long rows' songs starts
     * @param threads how many threads may compute, positive; the answer does not depend on it
     */
    NeighborFinder(InteractionMatrix interactions, long seed, int threads) {
        this.interactions = interactions;
        this.seed = seed;
        this.threads = threads;
    }

    private static CsrMatrix sampled(CsrMatrix all, long seed) {
        int[] start = new int[all.rows() + 1];
        int[] columns = new int[all.cells()];
        for (int row = 0; row < all.rows(); row++) {
            int[] chosen = Arrays.copyOfRange(all.columnIndexes(), all.rowStart()[row], all.rowStart()[row + 1]);
            if (chosen.length > MAX_ROW) {
                shuffle(chosen, new SplittableRandom(seed + row));
                Arrays.sort(chosen, 0, MAX_ROW);
            }
            start[row + 1] = start[row] + Math.min(MAX_ROW, chosen.length);
            System.arraycopy(chosen, 0, columns, start[row], start[row + 1] - start[row]);
        }
        int cells = start[all.rows()];
        return new CsrMatrix(all.columns(), start, Arrays.copyOf(columns, cells), new float[cells]);
    }

    private static void shuffle(int[] values, SplittableRandom random) {
        for (int k = 0; k < MAX_ROW; k++) {
            int other = random.nextInt(k, values.length);
            int chosen = values[other];
            values[other] = values[k];
            values[k] = chosen;
        }
    }

    /** The model's neighbors as its recency asks for them; none if it asks for none. */
    Neighbors of(Recency recency) {
        return recency.hasNeighbors()
                ? found.computeIfAbsent(
                        new Follows(
                                recency.inSession().follows(), recency.fresh().follows()),
                        this::find)
                : Neighbors.NONE;
    }

    private Neighbors find(Follows follows) {
        if (together == null) {
            together = Together.of(interactions, seed);
        }
        Together rows = together;
        int songs = interactions.songs();
        NeighborList[] lists = new NeighborList[songs];
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            // A parallel stream inside a pool stays in it: a training may be told to leave processors to others.
            ThreadLocal<Counts> counts = ThreadLocal.withInitial(() -> new Counts(rows, songs));
            pool.submit(() -> IntStream.range(0, songs)
                            .parallel()
                            .forEach(song -> lists[song] = counts.get().of(song, follows)))
                    .join();
        } finally {
            pool.shutdown();
        }
        return NeighborList.joined(lists);
    }

    /** Rows of songs that are heard together, by song too, and what follows what. Immutable. */
    private record Together(CsrMatrix rows, CsrMatrix bySong, Successors successors) {

        static Together of(InteractionMatrix interactions, long seed) {
            CsrMatrix rows = sampled(interactions.cellsWithSessions(), seed);
            Sessions sessions = Sessions.of(interactions.listens());
            return new Together(rows, rows.transpose(), new Successors(sessions, interactions.songs()));
        }
    }

    /** Adds up what goes with one song after the other. For one thread. */
    private static final class Counts {

        private final CsrMatrix rows;
        private final CsrMatrix bySong;
        private final Successors successors;
        private final int[] together;
        private final float[] after;
        private final int[] touched;
        private int size;

        Counts(Together heard, int songs) {
            rows = heard.rows();
            bySong = heard.bySong();
            successors = heard.successors();
            together = new int[songs];
            after = new float[songs];
            touched = new int[songs];
        }

        NeighborList of(int song, Follows follows) {
            for (int r = bySong.rowStart()[song]; r < bySong.rowStart()[song + 1]; r++) {
                int row = bySong.columnIndexes()[r];
                for (int k = rows.rowStart()[row]; k < rows.rowStart()[row + 1]; k++) {
                    touch(rows.columnIndexes()[k]);
                    together[rows.columnIndexes()[k]]++;
                }
            }
            successors.forEach(song, (other, distance) -> {
                touch(other);
                after[other] += 1f / distance;
            });
            return drain(song, follows);
        }

        private void touch(int other) {
            if (together[other] == 0 && after[other] == 0) {
                touched[size++] = other;
            }
        }

        private NeighborList drain(int song, Follows follows) {
            NeighborList list = new NeighborList(Math.min(size, Neighbors.MAX));
            // By key where values are equal.
            Arrays.sort(touched, 0, size);
            for (int k = 0; k < size; k++) {
                int other = touched[k];
                if (other != song) {
                    double cosine = together[other]
                            / Math.sqrt(Math.max(1.0, (double) bySong.rowLength(song) * bySong.rowLength(other)));
                    double next = after[other] / Math.sqrt(successors.sessions(song) * successors.sessions(other));
                    list.offer(other, (float) (cosine + follows.inSession * next), (float)
                            (cosine + follows.fresh * next));
                }
                together[other] = 0;
                after[other] = 0;
            }
            size = 0;
            return list;
        }
    }

    /** What is played after each song in the same session. Immutable. */
    private static final class Successors {

        /** Takes a song that was played later. */
        @FunctionalInterface
        interface Consumer {
            void accept(int song, int distance);
        }

        private final Sessions sessions;
        private final int[] endOf;
        private final int[] placeStart;
        private final int[] places;
        private final double[] sessionsWith;

        Successors(Sessions sessions, int songs) {
            this.sessions = sessions;
            int[] played = sessions.songIndexes();
            this.endOf = new int[played.length];
            this.sessionsWith = new double[songs];
            int[] lastSession = new int[songs];
            this.placeStart = new int[songs + 1];
            for (int s = 0; s < sessions.size(); s++) {
                for (int k = sessions.start()[s]; k < sessions.start()[s + 1]; k++) {
                    endOf[k] = sessions.start()[s + 1];
                    placeStart[played[k] + 1]++;
                    sessionsWith[played[k]] += lastSession[played[k]] == s + 1 ? 0 : 1;
                    lastSession[played[k]] = s + 1;
                }
            }
            Arrays.parallelPrefix(placeStart, Integer::sum);
            this.places = new int[played.length];
            int[] next = placeStart.clone();
            for (int k = 0; k < played.length; k++) {
                places[next[played[k]]++] = k;
            }
        }

        double sessions(int song) {
            return Math.max(1, sessionsWith[song]);
        }

        void forEach(int song, Consumer consumer) {
            for (int p = placeStart[song]; p < placeStart[song + 1]; p++) {
                int end = Math.min(endOf[places[p]], places[p] + AHEAD + 1);
                for (int k = places[p] + 1; k < end; k++) {
                    if (sessions.songIndexes()[k] != song) {
                        consumer.accept(sessions.songIndexes()[k], k - places[p]);
                    }
                }
            }
        }
    }
}
