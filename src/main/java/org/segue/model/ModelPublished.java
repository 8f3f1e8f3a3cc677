package org.segue.model;

/**
 * A model has become the active one, and is on disk.
 *
 * @param model it
 */
public record ModelPublished(StoredModel model) {}
