/**
 * What imports and trainings have in common: their states, their progress.
 *
 * <p>Imports no other room.
 */
@NullMarked
package org.segue.jobs;

import org.jspecify.annotations.NullMarked;
