/**
 * The factor model on DJL's PyTorch engine: the block, its losses, its optimizer.
 *
 * <p>The only package that may import {@code ai.djl}. It runs in the worker; the service never loads it.
 */
@NullMarked
package org.segue.training.djl;

import org.jspecify.annotations.NullMarked;
