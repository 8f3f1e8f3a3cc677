package org.segue.ranking;

import java.util.Arrays;
import org.segue.interactions.UserHistory;
import org.segue.model.FactorModel;
import org.segue.model.Hyperparameters;
import org.segue.model.Objective;

/**
 * The songs of a history that a model has embeddings of, and how much each weighs in a fold-in. Immutable by agreement.
 *
 * @param songIds database keys, ascending: {@code [n]}
 * @param embeddings n arrays of the model's dimension
 * @param weights what multiplies a song's embedding on the right-hand side, the confidence or the rating: {@code [n]}
 * @param squareWeights what multiplies its outer product in the matrix, the confidence or 1: {@code [n]}
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity, never by value
record KnownSongs(int[] songIds, double[][] embeddings, double[] weights, double[] squareWeights) {

    /** Finds them; songs without an embedding and values that are not finite are left out. */
    static KnownSongs of(UserHistory history, FactorModel model) {
        int n = history.size();
        int[] songIds = new int[n];
        double[] values = new double[n];
        double[][] embeddings = new double[n][];
        int known = 0;
        for (int k = 0; k < n; k++) {
            int songIndex = model.songIndexOf(history.songIds()[k]);
            if (songIndex >= 0 && Float.isFinite(history.values()[k])) {
                songIds[known] = history.songIds()[k];
                values[known] = history.values()[k];
                embeddings[known++] = embedding(model, songIndex);
            }
        }
        return weigh(
                model.hyperparameters(),
                Arrays.copyOf(songIds, known),
                Arrays.copyOf(embeddings, known),
                Arrays.copyOf(values, known));
    }

    private static KnownSongs weigh(Hyperparameters settings, int[] songIds, double[][] embeddings, double[] values) {
        if (settings.objective() == Objective.IMPLICIT) {
            double[] confidences = new double[values.length];
            Arrays.setAll(confidences, k -> settings.confidence().weight((float) values[k]));
            return new KnownSongs(songIds, embeddings, confidences, confidences);
        }
        double[] ones = new double[values.length];
        Arrays.fill(ones, 1);
        return new KnownSongs(songIds, embeddings, values, ones);
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
