/**
 * Listens (a play at a time) and play counts (plays already counted), and which import brought them.
 *
 * <p>May import {@code catalog} and {@code storage}.
 */
@NullMarked
package org.segue.listens;

import org.jspecify.annotations.NullMarked;
