package org.segue.ranking;

import java.util.Arrays;
import org.segue.interactions.Preferences;
import org.segue.interactions.UserHistory;
import org.segue.model.FactorModel;
import org.segue.model.Hyperparameters.Loss;
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
        int[] heard = history.songIds();
        int[] preferred = history.preferences().songIds();
        float[] preferences = history.preferences().weights();
        int p = 0;
        for (int k = 0; k < heard.length; k++) {
            while (p < preferred.length && preferred[p] < heard[k]) {
                gathering.add(preferred[p], Float.NaN, preferences[p++]);
            }
            boolean isPreferred = p < preferred.length && preferred[p] == heard[k];
            gathering.add(heard[k], history.values()[k], isPreferred ? preferences[p++] : 0);
        }
        for (; p < preferred.length; p++) {
            gathering.add(preferred[p], Float.NaN, preferences[p]);
        }
        return gathering.terms();
    }

    /** Takes a user's songs by ascending key and keeps those that count. */
    private static final class Gathering {
        private final FactorModel model;
        private final Loss loss;
        private final boolean implicit;
        private final double highest;
        private final int[] songIds;
        private final double[][] embeddings;
        private final double[] weights;
        private final double[] squareWeights;
        private int size;

        Gathering(UserHistory history, FactorModel model) {
            this.model = model;
            this.loss = model.loss();
            this.implicit = loss.objective() == Objective.IMPLICIT;
            this.highest = implicit ? 1 : highest(history.values());
            int most = history.songIds().length + history.preferences().songIds().length;
            this.songIds = new int[most];
            this.embeddings = new double[most][];
            this.weights = new double[most];
            this.squareWeights = new double[most];
        }

        /** Plays or rating of a song, not a number if it was not heard, and the preference for it, 0 for none. */
        void add(int songId, float value, float preference) {
            double[] embedding = preference == 0 && !Float.isFinite(value) ? null : model.songEmbedding(songId);
            if (embedding == null) {
                return;
            }
            double weight = (preference == 0 ? 1 : Math.abs(preference)) * confidence(value);
            songIds[size] = songId;
            embeddings[size] = embedding;
            weights[size] = weight * target(value, preference);
            squareWeights[size++] = weight;
        }

        private double confidence(float value) {
            return implicit && Float.isFinite(value) ? loss.confidence().weight(value) : 1;
        }

        private double target(float value, float preference) {
            if (preference < 0) {
                return 0;
            }
            return preference > 0 || implicit ? highest : value;
        }

        // Of someone without ratings any target does: all scores grow with it alike.
        private static double highest(float[] ratings) {
            double highest = Double.NEGATIVE_INFINITY;
            for (float rating : ratings) {
                highest = Float.isFinite(rating) ? Math.max(highest, rating) : highest;
            }
            return Double.isFinite(highest) ? highest : 1;
        }

        FoldInTerms terms() {
            return new FoldInTerms(
                    Arrays.copyOf(songIds, size),
                    Arrays.copyOf(embeddings, size),
                    Arrays.copyOf(weights, size),
                    Arrays.copyOf(squareWeights, size));
        }
    }
}
