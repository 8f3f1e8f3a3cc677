package org.segue.web.models;

import io.quarkus.qute.TemplateData;
import org.segue.interactions.ConfidenceWeighting;
import org.segue.model.Hyperparameters;

/**
 * The hyperparameters that a line of text names.
 *
 * @param dimension length of an embedding
 * @param regularization λ
 * @param unobservedWeight α₀
 * @param growsWithPlays whether a song that is played often weighs more
 * @param epochs passes over all interactions
 */
@TemplateData
public record HyperparametersView(
        int dimension, double regularization, double unobservedWeight, boolean growsWithPlays, int epochs) {

    static HyperparametersView of(Hyperparameters hyperparameters) {
        return new HyperparametersView(
                hyperparameters.dimension(),
                hyperparameters.loss().regularization(),
                hyperparameters.loss().unobservedWeight(),
                hyperparameters.loss().confidence() == ConfidenceWeighting.LOG,
                hyperparameters.epochs());
    }
}
