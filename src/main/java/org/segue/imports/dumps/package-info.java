/**
 * Public listens fetched from a mirror: which dumps there are, and their files, loaded with what it takes to resume and to trust them.
 * The only place of the imports that calls other servers.
 *
 * <p>May import what {@code imports} may.
 */
@NullMarked
package org.segue.imports.dumps;

import org.jspecify.annotations.NullMarked;
