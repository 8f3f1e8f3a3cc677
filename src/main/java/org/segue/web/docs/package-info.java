/**
 * The documentation: pages of {@code data/docs}, which the build has turned into HTML.
 *
 * <p>May import every room but {@code api}, {@code protocols} and {@code cli}; of the pages, what all share ({@code web}).
 */
@NullMarked
package org.segue.web.docs;

import org.jspecify.annotations.NullMarked;
