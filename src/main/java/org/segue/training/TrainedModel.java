package org.segue.training;

import org.segue.model.FactorModel;
import org.segue.model.ModelManifest.Fit;

/**
 * What a fit made.
 *
 * @param model the embeddings
 * @param fit how it went
 */
public record TrainedModel(FactorModel model, Fit fit) {}
