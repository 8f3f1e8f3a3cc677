/**
 * The weighted user–song cells that models are trained on and answered from: the whole matrix, or one user's history.
 *
 * <p>May import {@code listens}, {@code feedback}, {@code catalog} and {@code storage}.
 */
@NullMarked
package org.segue.interactions;

import org.jspecify.annotations.NullMarked;
