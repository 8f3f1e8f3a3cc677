/**
 * A song's page: similar songs, its listeners, feedback, and a path to another song.
 *
 * <p>May import every room but {@code api}, {@code protocols} and {@code cli}; of the pages, what all share ({@code web}) and {@code web.feedback}.
 */
@NullMarked
package org.segue.web.song;

import org.jspecify.annotations.NullMarked;
