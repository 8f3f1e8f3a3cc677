package org.segue.model;

/**
 * The model that answered was deleted, and no other one answers.
 *
 * @param version which
 */
public record ModelWithdrawn(String version) {}
