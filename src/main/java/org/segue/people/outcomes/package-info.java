/**
 * What recommendations became: which songs were shown to listeners, and which of those they played.
 *
 * <p>May import what {@code people} may.
 */
@NullMarked
package org.segue.people.outcomes;

import org.jspecify.annotations.NullMarked;
