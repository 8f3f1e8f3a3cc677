/**
 * Work that takes a while, such as imports and trainings: one worker thread a kind, states, progress, cancelling, and what
 * happens after a restart.
 *
 * <p>May import text and storage.
 */
@NullMarked
package org.segue.jobs;

import org.jspecify.annotations.NullMarked;
