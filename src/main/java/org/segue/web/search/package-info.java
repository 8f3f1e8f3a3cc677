/**
 * The search page: people, artists and songs by their words.
 *
 * <p>May import every room but {@code api}, {@code protocols} and {@code cli}; of the pages, what all share ({@code web}).
 */
@NullMarked
package org.segue.web.search;

import org.jspecify.annotations.NullMarked;
