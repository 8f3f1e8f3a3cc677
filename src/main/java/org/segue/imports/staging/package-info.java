/**
 * Rows of an import between the files and the database: sorted on disk, so that memory does not grow with the files.
 *
 * <p>May import what {@code imports} may.
 */
@NullMarked
package org.segue.imports.staging;

import org.jspecify.annotations.NullMarked;
