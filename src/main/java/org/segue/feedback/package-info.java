/**
 * What users say of songs and artists: love, dislike, ban.
 *
 * <p>May import {@code catalog} and {@code storage}.
 */
@NullMarked
package org.segue.feedback;

import org.jspecify.annotations.NullMarked;
