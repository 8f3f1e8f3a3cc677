/**
 * Who is asking, and what they may do: tokens, sessions, a trusted proxy's word, hosts and origins.
 *
 * <p>May import {@code text}, {@code catalog} and {@code storage}.
 */
@NullMarked
package org.segue.access;

import org.jspecify.annotations.NullMarked;
