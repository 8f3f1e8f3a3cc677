package org.segue.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.segue.model.FactorModel;
import org.segue.model.SongEmbeddings;
import org.segue.ranking.linalg.Vectors;

/**
 * Finds which of a user's songs contribute most to the scores of other songs: {@code w_j t_j q_jᵀ z_i} with
 * {@code z_i = A⁻¹ q_i} ({@link FoldInResult}).
 *
 * <p>Songs are explained {@value #SONGS_AT_ONCE} at a time. One array holds one dimension of all their z, so that an embedding
 * of the user's is multiplied with all of them at once, in loops that HotSpot turns into vector instructions. By Cauchy and
 * Schwarz no contribution exceeds {@code w_j t_j ‖q_j‖ ‖z_i‖}: the user's songs are taken by descending {@code w_j t_j ‖q_j‖},
 * and the search ends, still exact, where none that is left can enter. At most songs · (d² + n d) multiplications.
 *
 * <p>What neighbors add is added to the contribution of the same song. Those pairs of songs are few, and are made before the search.
 *
 * <p>Allocates a number for each song of the user and nothing for their embeddings. Not safe for several threads.
 */
final class ContributionSearch {

    /** Few enough for their z to stay near the processor, many enough to pay for reading an embedding. */
    static final int SONGS_AT_ONCE = 64;

    private final FoldInResult solved;
    private final FoldInTerms terms;
    private final NeighborScores neighbors;
    private final UntriedSongs untried;
    private final FactorModel model;
    private final SongEmbeddings.Reader songs;
    private final int count;

    /** Reach and index of each term, as {@link #key} packs them, the farthest first. */
    private final long[] byReach;

    // Of the songs that are explained at once.
    private final float[][] directions;
    private final double[] direction;
    private final float[] products = new float[SONGS_AT_ONCE];
    private final double[] lengths = new double[SONGS_AT_ONCE];
    private final double[] totals = new double[SONGS_AT_ONCE];
    private final Map<Pair, Float> parts = new HashMap<>();

    /** A song that is explained, by its place, and the key of one of the user's songs. */
    private record Pair(int place, int songId) {}

    /**
     * Sorts the user's songs.
     *
     * @param neighbors what neighbors add
     * @param untried songs without an embedding of their own that may be explained too
     * @param count the most contributions to list for each song, not negative
     */
    ContributionSearch(FoldInResult solved, NeighborScores neighbors, UntriedSongs untried, int count) {
        this.untried = untried;
        this.solved = solved;
        this.terms = solved.terms();
        this.neighbors = neighbors;
        this.model = terms.model();
        this.songs = model.embeddings().reader();
        this.count = Math.min(count, terms.size() + (neighbors.isEmpty() ? 0 : count));
        this.directions = new float[model.dimension()][SONGS_AT_ONCE];
        this.direction = new double[model.dimension()];
        this.byReach = new long[terms.size()];
        Arrays.setAll(byReach, j -> key(reach(j), j));
        Arrays.sort(byReach);
    }

    private float reach(int term) {
        songs.moveTo(terms.rows()[term]);
        double length = Vectors.norm(songs.values(), songs.from(), model.dimension());
        return Math.nextUp((float) (Math.abs(terms.pull(term)) * length));
    }

    // Bits of floats that are not negative sort as the floats do.
    private static long key(float reach, int term) {
        return ((long) ~Float.floatToIntBits(reach) << 32) | term;
    }

    private static float reachOf(long key) {
        return Float.intBitsToFloat(~(int) (key >> 32));
    }

    /** Explains songs of the model, and untried ones, by their keys; an explanation for each, in their order. */
    List<Explanation> explain(int[] songIds) {
        List<Explanation> explanations = new ArrayList<>();
        for (int from = 0; from < songIds.length; from += SONGS_AT_ONCE) {
            int to = Math.min(songIds.length, from + SONGS_AT_ONCE);
            explanations.addAll(explainAtOnce(Arrays.copyOfRange(songIds, from, to)));
        }
        return explanations;
    }

    private List<Explanation> explainAtOnce(int[] songIds) {
        TopN[] strongest = new TopN[songIds.length];
        for (int i = 0; i < songIds.length; i++) {
            strongest[i] = new TopN(count);
            solve(i, songIds[i]);
        }
        parts.clear();
        neighbors.forEachPart(
                Arrays.stream(songIds).map(model::songIndexOf).toArray(),
                (place, songId, value) -> offerPart(place, songId, value, strongest));
        search(strongest);
        List<Explanation> explanations = new ArrayList<>();
        for (int i = 0; i < songIds.length; i++) {
            explanations.add(explanation(i, songIds[i], strongest[i]));
        }
        return explanations;
    }

    private void solve(int place, int songId) {
        int row = model.songIndexOf(songId);
        float[] ofUntried = row < 0 ? untried.embedding(songId) : null;
        if (row < 0 && ofUntried == null) {
            throw new IllegalArgumentException("illegal songId: %d, the model does not know it".formatted(songId));
        }
        if (solved.isEmpty()) {
            return;
        }
        if (ofUntried == null) {
            model.embeddings().copyRow(row, direction);
        } else {
            Vectors.copyRow(ofUntried, 0, direction);
        }
        solved.factorized().solve(direction);
        totals[place] = Vectors.dot(direction, solved.sum());
        double squares = 0;
        for (int k = 0; k < direction.length; k++) {
            float value = (float) direction[k];
            directions[k][place] = value;
            squares += (double) value * value;
        }
        lengths[place] = Math.sqrt(squares) * Vectors.roundingOf(direction.length);
    }

    // A song whose age has taken it out of the embedding can still have neighbors.
    private void offerPart(int place, int songId, float value, TopN[] strongest) {
        int row = model.songIndexOf(songId);
        int term = Arrays.binarySearch(terms.rows(), row);
        double product = 0;
        if (term >= 0 && terms.pull(term) != 0) {
            songs.moveTo(row);
            for (int k = 0; k < directions.length; k++) {
                product += (double) songs.values()[songs.from() + k] * directions[k][place];
            }
            product *= terms.pull(term);
        }
        parts.put(new Pair(place, songId), value);
        strongest[place].offer(songId, (float) (product + value));
        totals[place] += value;
    }

    private void search(TopN[] strongest) {
        for (int at = 0; at < byReach.length; at++) {
            // What is needed rises slowly: looking now and then is enough.
            if (at % SONGS_AT_ONCE == 0 && reachOf(byReach[at]) < needed(strongest)) {
                return;
            }
            offer((int) byReach[at], strongest);
        }
    }

    // The least reach with which a term could still enter somewhere.
    private double needed(TopN[] strongest) {
        double needed = Double.POSITIVE_INFINITY;
        for (int i = 0; i < strongest.length; i++) {
            needed = Math.min(needed, strongest[i].threshold() / Math.max(lengths[i], Double.MIN_NORMAL));
        }
        return needed;
    }

    private void offer(int term, TopN[] strongest) {
        double pull = terms.pull(term);
        // A song that should score 0 cannot contribute anything.
        if (pull == 0) {
            return;
        }
        songs.moveTo(terms.rows()[term]);
        Vectors.multiplyRow(songs.values(), songs.from(), directions, products);
        for (int i = 0; i < strongest.length; i++) {
            float contribution = (float) (pull * products[i]);
            if (contribution >= strongest[i].threshold()
                    && (parts.isEmpty() || !parts.containsKey(new Pair(i, terms.songId(term))))) {
                strongest[i].offer(terms.songId(term), contribution);
            }
        }
    }

    private Explanation explanation(int place, int songId, TopN strongest) {
        List<Explanation.Contribution> listed = strongest.drain().stream()
                .map(song -> new Explanation.Contribution(
                        song.songId(), song.score(), "", parts.getOrDefault(new Pair(place, song.songId()), 0f)))
                .toList();
        return new Explanation(songId, listed, (float) totals[place]);
    }
}
