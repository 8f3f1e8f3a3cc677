/**
 * Who is who: users who are one person, users who want to be forgotten.
 *
 * <p>May import {@code text}, {@code listens}, {@code feedback}, {@code catalog} and {@code storage}.
 */
@NullMarked
package org.segue.people;

import org.jspecify.annotations.NullMarked;
