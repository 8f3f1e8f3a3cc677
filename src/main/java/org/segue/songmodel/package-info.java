/**
 * A song model's file: what a training learned about songs, without any listener. Written, read and checked here; two programs write it.
 *
 * <p>May import {@code catalog.RecordingKey} alone. Of libraries it knows Jackson alone, so that other builds can compile it as it is.
 */
@NullMarked
package org.segue.songmodel;

import org.jspecify.annotations.NullMarked;
