/**
 * How good a ranking is: hold-out metrics, measured for a recommender and for its baselines on the same split.
 *
 * <p>May import {@code ranking}, {@code model}, {@code interactions} and {@code catalog}.
 */
@NullMarked
package org.segue.evaluation;

import org.jspecify.annotations.NullMarked;
