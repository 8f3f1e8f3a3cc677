package org.segue.model;

/**
 * A model with its provenance.
 *
 * @param model the embeddings
 * @param manifest where they come from
 */
public record StoredModel(FactorModel model, ModelManifest manifest) {}
