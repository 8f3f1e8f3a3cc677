package org.segue.testsupport;

import java.util.Arrays;
import java.util.Random;
import org.segue.interactions.ConfidenceWeighting;
import org.segue.model.FactorModel;
import org.segue.model.Hyperparameters;
import org.segue.model.Hyperparameters.Loss;
import org.segue.model.Hyperparameters.Optimizer;
import org.segue.model.Objective;

/** Models without a training. */
public final class FactorModels {

    private FactorModels() {}

    /** The implicit objective with a given dimension and no weight on plays. */
    public static Hyperparameters implicit(int dimension) {
        return settings(Objective.IMPLICIT, dimension, 0.01, 0.1, ConfidenceWeighting.NONE);
    }

    /** Hyperparameters that matter once a model is trained. */
    public static Hyperparameters settings(
            Objective objective, int dimension, double lambda, double alpha0, ConfidenceWeighting confidence) {
        return new Hyperparameters(
                new Loss(objective, lambda, alpha0, confidence), dimension, 1, new Optimizer(0.1, 1), 1);
    }

    /** A model of songs alone, with keys 10, 20, 30, … */
    public static FactorModel ofSongs(Hyperparameters settings, float[] songFactors) {
        int[] songIds = new int[songFactors.length / settings.dimension()];
        Arrays.setAll(songIds, i -> 10 * (i + 1));
        return new FactorModel(settings.loss(), new int[0], new long[0], new float[0], songIds, songFactors);
    }

    /** Songs with normally distributed factors whose lengths differ much, as those of trained models do. */
    public static FactorModel random(Hyperparameters settings, int songs, long seed) {
        Random random = new Random(seed);
        int d = settings.dimension();
        float[] factors = new float[songs * d];
        for (int i = 0; i < songs; i++) {
            double length = Math.exp(2 * random.nextGaussian() - 2);
            for (int k = 0; k < d; k++) {
                factors[i * d + k] = (float) (length * random.nextGaussian());
            }
        }
        return ofSongs(settings, factors);
    }
}
