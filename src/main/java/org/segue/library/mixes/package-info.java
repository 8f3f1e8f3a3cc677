/**
 * What plugins of players ask of a library when they want a mix: whose song an id is, and what a library calls a song.
 *
 * <p>May import {@code catalog} and {@code storage}.
 */
@NullMarked
package org.segue.library.mixes;

import org.jspecify.annotations.NullMarked;
