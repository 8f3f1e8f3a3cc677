/**
 * The page for signing in and out.
 *
 * <p>May import every room but {@code api}, {@code protocols} and {@code cli}; of the pages, what all share ({@code web}).
 */
@NullMarked
package org.segue.web.signin;

import org.jspecify.annotations.NullMarked;
