/**
 * The home page: a question, its answer, and how the service stands.
 *
 * <p>May import every room but {@code api}, {@code protocols} and {@code cli}; of the pages, what all share ({@code web}).
 */
@NullMarked
package org.segue.web.home;

import org.jspecify.annotations.NullMarked;
