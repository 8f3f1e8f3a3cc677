/**
 * From interactions to a model: the training job, its folder, the worker process that does the work.
 *
 * <p>May import {@code text}, {@code evaluation}, {@code ranking}, {@code model}, {@code songmodel}, {@code interactions}, {@code listens}, {@code catalog}, {@code jobs} and {@code storage}.
 */
@NullMarked
package org.segue.training;

import org.jspecify.annotations.NullMarked;
