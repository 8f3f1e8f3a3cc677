/**
 * Listening histories of other programs: accepted, read, merged and undone. {@link org.segue.imports.formats} reads the files,
 * {@link org.segue.imports.staging} holds their rows until they are merged.
 *
 * <p>May import text, listens, feedback, people, catalog, jobs and storage.
 */
@NullMarked
package org.segue.imports;

import org.jspecify.annotations.NullMarked;
