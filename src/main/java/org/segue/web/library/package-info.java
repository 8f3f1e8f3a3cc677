/**
 * The pages of libraries, for the administrator: servers with music, the accounts of listeners there, what is owned, and the
 * playlists that are sent.
 *
 * <p>May import every room but {@code api}, {@code protocols} and {@code cli}; of the pages, what all share ({@code web}).
 */
@NullMarked
package org.segue.web.library;

import org.jspecify.annotations.NullMarked;
