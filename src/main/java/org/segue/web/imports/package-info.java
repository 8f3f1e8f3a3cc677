/**
 * The page of imports: preview, import, report, undo.
 *
 * <p>May import every room but {@code api}, {@code protocols} and {@code cli}; of the pages, what all share ({@code web}).
 */
@NullMarked
package org.segue.web.imports;

import org.jspecify.annotations.NullMarked;
