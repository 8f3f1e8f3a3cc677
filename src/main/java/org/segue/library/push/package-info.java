/**
 * Lists of listeners, sent to the servers that they sign in to.
 *
 * <p>May import what {@code library} may.
 */
@NullMarked
package org.segue.library.push;

import org.jspecify.annotations.NullMarked;
