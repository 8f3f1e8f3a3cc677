/**
 * Trained embeddings: their hyperparameters, their files, which of them is active.
 *
 * <p>May import {@code text}, {@code songmodel}, {@code interactions}, {@code listens}, {@code catalog} and {@code storage}.
 */
@NullMarked
package org.segue.model;

import org.jspecify.annotations.NullMarked;
