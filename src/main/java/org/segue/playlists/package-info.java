/**
 * Lists of songs: those that Segue makes for everybody each day and week, those that people keep, and the files that either
 * can be taken along as.
 *
 * <p>May import {@code text}, {@code ranking}, {@code model}, {@code catalog} and {@code storage}.
 */
@NullMarked
package org.segue.playlists;

import org.jspecify.annotations.NullMarked;
