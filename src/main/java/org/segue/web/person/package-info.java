/**
 * A person's page: listening, playlists, feedback, imports, and the forms that change them.
 *
 * <p>May import every room but {@code api}, {@code protocols} and {@code cli}; of the pages, what all share ({@code web}).
 */
@NullMarked
package org.segue.web.person;

import org.jspecify.annotations.NullMarked;
