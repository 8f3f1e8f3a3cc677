/**
 * Vectors and matrices in primitive arrays, and the solver of embeddings. Plain Java: no framework, and of Segue nothing but this
 * package, so that other builds can compile it as it is.
 *
 * <p>May import nothing of Segue's.
 */
@NullMarked
package org.segue.ranking.linalg;

import org.jspecify.annotations.NullMarked;
