/**
 * The file formats of listening histories: one importer each, and the readers that they share. A new format is a new importer
 * and a line in {@link org.segue.imports.formats.Formats}.
 *
 * <p>May import what {@code imports} may.
 */
@NullMarked
package org.segue.imports.formats;

import org.jspecify.annotations.NullMarked;
