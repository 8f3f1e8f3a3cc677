package org.segue.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.segue.ranking.linalg.Vectors;

/**
 * Songs to start from that the model has no embedding of: each pulls as a loved song would that has its album's or artist's. Immutable by
 * agreement.
 *
 * @param pulls embedding of somebody who loves but this one, by database key
 */
record UntriedSeeds(Map<Integer, float[]> pulls) {

    /** Those of some songs that stand for an album or artist. */
    static UntriedSeeds of(Map<Integer, Float> seeds, UntriedSongs untried, @Nullable FactorRecommender factors) {
        Map<Integer, float[]> pulls = new LinkedHashMap<>();
        seeds.forEach((songId, weight) -> {
            float[] embedding = factors == null ? null : untried.embedding(songId);
            if (factors != null && embedding != null && Vectors.norm(embedding) > 0) {
                pulls.put(songId, factors.embed(embedding, weight));
            }
        });
        return new UntriedSeeds(pulls);
    }

    /** Whether there are none. */
    boolean isEmpty() {
        return pulls.isEmpty();
    }

    /** The embedding of somebody who loves them and nothing else. Only if there are any. */
    UserEmbedding alone(Timing timing) {
        float[] nothing = new float[pulls.values().iterator().next().length];
        return with(new UserEmbedding(nothing, Strategy.FOLDED_IN, null, timing, NeighborScores.NONE));
    }

    /** Somebody's embedding with their pull. */
    UserEmbedding with(UserEmbedding own) {
        float[] sum = own.values().clone();
        for (float[] pull : pulls.values()) {
            for (int k = 0; k < sum.length; k++) {
                sum[k] += pull[k];
            }
        }
        return new UserEmbedding(sum, own.strategy(), own.solution(), own.timing(), own.neighbors());
    }

    /**
     * An explanation with what each of them adds to the score.
     *
     * @param own what the other songs add
     * @param embedding of the song that is explained
     * @param count the most to list
     */
    Explanation explain(Explanation own, float[] embedding, int count) {
        List<Explanation.Contribution> parts = new ArrayList<>(own.strongest());
        double total = own.total();
        for (Map.Entry<Integer, float[]> pull : pulls.entrySet()) {
            double part = Vectors.dot(pull.getValue(), embedding);
            total += part;
            parts.add(new Explanation.Contribution(pull.getKey(), (float) part, "", 0));
        }
        parts.sort(Comparator.comparingDouble(Explanation.Contribution::value).reversed());
        return new Explanation(own.songId(), parts.subList(0, Math.min(count, parts.size())), (float) total);
    }
}
