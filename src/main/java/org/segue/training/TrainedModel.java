package org.segue.training;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.model.FactorModel;

/**
 * What a training made.
 *
 * @param model the embeddings
 * @param losses the objective per interaction, epoch after epoch
 * @param seconds how long it took, the engine's start included
 * @param testError what the explicit objective's test part says of the model; null for the implicit objective, and when
 *     there were too few values to hold any out
 */
public record TrainedModel(
        FactorModel model,
        List<Double> losses,
        double seconds,
        @Nullable TestError testError) {

    /**
     * Mean squared errors on values that the model was not fitted to.
     *
     * @param model of the model's scores
     * @param mean of answering the mean of the training part every time
     */
    public record TestError(double model, double mean) {}
}
