/**
 * Jellyfin servers.
 *
 * <p>May import what {@code library} may.
 */
@NullMarked
package org.segue.library.jellyfin;

import org.jspecify.annotations.NullMarked;
