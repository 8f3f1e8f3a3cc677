/**
 * An artist's page: their songs, similar artists, their listeners, and feedback.
 *
 * <p>May import every room but {@code api}, {@code protocols} and {@code cli}; of the pages, what all share ({@code web}) and {@code web.feedback}.
 */
@NullMarked
package org.segue.web.artist;

import org.jspecify.annotations.NullMarked;
