/**
 * The form for feedback (love, dislike, ban) on the pages of songs and artists.
 *
 * <p>May import every room but {@code api}, {@code protocols} and {@code cli}; of the pages, what all share ({@code web}).
 */
@NullMarked
package org.segue.web.feedback;

import org.jspecify.annotations.NullMarked;
