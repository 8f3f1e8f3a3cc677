package org.segue.ranking;

import java.util.Arrays;
import org.segue.interactions.Preferences;
import org.segue.interactions.UserHistory;
import org.segue.model.FactorModel;
import org.segue.model.Objective;

/**
 * The songs of a history that a model has embeddings of, and how much each weighs in a fold-in. Immutable by agreement.
 *
 * <p>With the weight o that the user's {@link Preferences} give a song (1 for a song that was only heard):
 *
 * <pre>
 *           weight w                            target t
 * implicit: |o| · confidence of the plays       1, or 0 if o &lt; 0
 * explicit: |o|                                 the rating; the user's highest if o > 0; 0 if o &lt; 0
 * </pre>
 *
 * @param songIds database keys, ascending: {@code [n]}
 * @param embeddings n arrays of the model's dimension
 * @param weights what multiplies a song's embedding on the right-hand side, w · t: {@code [n]}
 * @param squareWeights what multiplies its outer product in the matrix, w: {@code [n]}
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity, never by value
record FoldInTerms(int[] songIds, double[][] embeddings, double[] weights, double[] squareWeights) {

    /** Finds them; songs without an embedding and values that are not finite are left out. */
    static FoldInTerms of(UserHistory history, FactorModel model) {
        Gathering gathering = new Gathering(history, model);
        Preferences opinions = history.opinions();
        int o = 0;
        for (int k = 0; k < history.size(); k++) {
            int songId = history.songIds()[k];
            while (o < opinions.size() && opinions.songIds()[o] < songId) {
                gathering.add(opinions.songIds()[o], Float.NaN, opinions.weights()[o++]);
            }
            boolean judged = o < opinions.size() && opinions.songIds()[o] == songId;
            gathering.add(songId, history.values()[k], judged ? opinions.weights()[o++] : 0);
        }
        for (; o < opinions.size(); o++) {
            gathering.add(opinions.songIds()[o], Float.NaN, opinions.weights()[o]);
        }
        return gathering.known();
    }

    /** Takes a user's songs by ascending key and keeps those that count. */
    private static final class Gathering {
        private final FactorModel model;
        private final boolean implicit;
        private final double highest;
        private final int[] songIds;
        private final double[][] embeddings;
        private final double[] weights;
        private final double[] squareWeights;
        private int size;

        Gathering(UserHistory history, FactorModel model) {
            this.model = model;
            this.implicit = model.loss().objective() == Objective.IMPLICIT;
            this.highest = implicit ? 1 : highest(history.values());
            int most = history.size() + history.opinions().size();
            this.songIds = new int[most];
            this.embeddings = new double[most][];
            this.weights = new double[most];
            this.squareWeights = new double[most];
        }

        /** Plays or rating of a song, not a number if it was not heard, and the opinion on it, 0 for none. */
        void add(int songId, float value, float opinion) {
            int songIndex = model.songIndexOf(songId);
            if (songIndex < 0 || (opinion == 0 && !Float.isFinite(value))) {
                return;
            }
            double weight = (opinion == 0 ? 1 : Math.abs(opinion)) * confidence(value);
            songIds[size] = songId;
            embeddings[size] = embedding(model, songIndex);
            weights[size] = weight * target(value, opinion);
            squareWeights[size++] = weight;
        }

        private double confidence(float value) {
            return implicit && Float.isFinite(value) ? model.loss().confidence().weight(value) : 1;
        }

        private double target(float value, float opinion) {
            if (opinion < 0) {
                return 0;
            }
            return opinion > 0 || implicit ? highest : value;
        }

        // Of someone without ratings any target does: all scores grow with it alike.
        private static double highest(float[] ratings) {
            double highest = Double.NEGATIVE_INFINITY;
            for (float rating : ratings) {
                highest = Float.isFinite(rating) ? Math.max(highest, rating) : highest;
            }
            return Double.isFinite(highest) ? highest : 1;
        }

        FoldInTerms known() {
            return new FoldInTerms(
                    Arrays.copyOf(songIds, size),
                    Arrays.copyOf(embeddings, size),
                    Arrays.copyOf(weights, size),
                    Arrays.copyOf(squareWeights, size));
        }
    }

    /** Number of songs. */
    int size() {
        return songIds.length;
    }

    /** {@code Σ weights[j] · embeddings[j]}, into a new array. */
    double[] weightedSum(int dimension) {
        double[] sum = new double[dimension];
        for (int j = 0; j < size(); j++) {
            double[] embedding = embeddings[j];
            for (int k = 0; k < dimension; k++) {
                sum[k] += weights[j] * embedding[k];
            }
        }
        return sum;
    }

    /** A song's embedding in doubles. */
    static double[] embedding(FactorModel model, int songIndex) {
        double[] embedding = new double[model.dimension()];
        copyEmbedding(model, songIndex, embedding);
        return embedding;
    }

    /** Writes a song's embedding in doubles. */
    static void copyEmbedding(FactorModel model, int songIndex, double[] to) {
        int row = songIndex * to.length;
        for (int k = 0; k < to.length; k++) {
            to[k] = model.songFactors()[row + k];
        }
    }
}
