package org.segue.training.djl;

import java.util.SplittableRandom;
import org.segue.interactions.InteractionMatrix;
import org.segue.model.FactorModel;
import org.segue.model.Hyperparameters;
import org.segue.testsupport.RandomInteractions;
import org.segue.training.UserFactorSolver;

/** The implicit objective, written down pair by pair, and the classic way to its optimum: what training is measured by. */
final class AlternatingLeastSquares {

    private AlternatingLeastSquares() {}

    /** The loss after some rounds of exact solves from a random start. */
    static double loss(InteractionMatrix matrix, Hyperparameters hyperparameters, int rounds) {
        InteractionMatrix transposed = RandomInteractions.exchanged(matrix);
        SplittableRandom random = new SplittableRandom(1);
        float[] songs = new float[matrix.songs() * hyperparameters.dimension()];
        for (int k = 0; k < songs.length; k++) {
            songs[k] = (float) random.nextDouble(-0.1, 0.1);
        }
        float[] users = new float[0];
        for (int round = 0; round < rounds; round++) {
            users = UserFactorSolver.userFactors(matrix, hyperparameters, songs, 1);
            songs = UserFactorSolver.userFactors(transposed, hyperparameters, users, 1);
        }
        return loss(matrix, hyperparameters, users, songs);
    }

    /** The loss of a model. */
    static double loss(InteractionMatrix matrix, Hyperparameters hyperparameters, FactorModel model) {
        return loss(matrix, hyperparameters, model.userFactors(), model.songFactors());
    }

    private static double loss(InteractionMatrix matrix, Hyperparameters h, float[] users, float[] songs) {
        double loss = 0;
        InteractionMatrix transposed = RandomInteractions.exchanged(matrix);
        for (int user = 0; user < matrix.users(); user++) {
            loss += h.loss().ridge(matrix.rowLength(user), matrix.songs())
                    * dot(users, user, users, user, h.dimension());
            for (int song = 0; song < matrix.songs(); song++) {
                double score = dot(users, user, songs, song, h.dimension());
                loss += h.loss().unobservedWeight() * score * score;
            }
            for (int k = matrix.rowStart()[user]; k < matrix.rowStart()[user + 1]; k++) {
                double error = dot(users, user, songs, matrix.songIndexes()[k], h.dimension()) - 1;
                loss += h.loss().confidence().weight(matrix.values()[k]) * error * error;
            }
        }
        for (int song = 0; song < matrix.songs(); song++) {
            loss += h.loss().ridge(transposed.rowLength(song), matrix.users())
                    * dot(songs, song, songs, song, h.dimension());
        }
        return loss;
    }

    private static double dot(float[] a, int rowA, float[] b, int rowB, int dimension) {
        double sum = 0;
        for (int k = 0; k < dimension; k++) {
            sum += (double) a[rowA * dimension + k] * b[rowB * dimension + k];
        }
        return sum;
    }
}
