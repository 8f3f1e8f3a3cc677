/**
 * What somebody's listening comes to in a week, a month, a year or in all: counts, favorites, discoveries, days in a row.
 *
 * <p>May import what {@code people} may.
 */
@NullMarked
package org.segue.people.listening;

import org.jspecify.annotations.NullMarked;
