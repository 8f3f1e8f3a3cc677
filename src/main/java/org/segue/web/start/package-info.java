/**
 * The page that sets a service up: who listens, where their music is, what Segue learns from.
 *
 * <p>May import every room but {@code api}, {@code protocols} and {@code cli}; of the pages, what all share ({@code web}).
 */
@NullMarked
package org.segue.web.start;

import org.jspecify.annotations.NullMarked;
