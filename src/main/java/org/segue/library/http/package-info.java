/**
 * Requests to servers whose addresses administrators have typed: where they may go, how long and how large an answer may be.
 *
 * <p>May import what {@code library} may.
 */
@NullMarked
package org.segue.library.http;

import org.jspecify.annotations.NullMarked;
