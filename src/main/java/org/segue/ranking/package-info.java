/**
 * Songs out: exact top N over the embeddings, fold-in, explanations, and the recommenders without a model.
 *
 * <p>May import {@code text}, {@code model}, {@code interactions}, {@code listens} and {@code catalog}. Serving needs float arrays alone: no library
 * of the engine is loaded.
 */
@NullMarked
package org.segue.ranking;

import org.jspecify.annotations.NullMarked;
