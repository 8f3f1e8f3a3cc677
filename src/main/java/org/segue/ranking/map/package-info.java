/**
 * The most-played songs on a plane, in clusters of songs that are alike.
 *
 * <p>May import what {@code ranking} may.
 */
@NullMarked
package org.segue.ranking.map;

import org.jspecify.annotations.NullMarked;
