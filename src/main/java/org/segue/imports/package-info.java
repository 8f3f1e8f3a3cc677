/**
 * Listening histories of other programs: recognised, streamed, staged, merged and undone.
 *
 * <p>May import {@code listens}, {@code catalog}, {@code jobs} and {@code storage}.
 */
@NullMarked
package org.segue.imports;

import org.jspecify.annotations.NullMarked;
