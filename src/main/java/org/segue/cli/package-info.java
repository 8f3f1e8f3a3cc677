/**
 * What the program does from the command line besides serving.
 *
 * <p>May import every room but {@code api}, {@code web} and {@code protocols}.
 */
@NullMarked
package org.segue.cli;

import org.jspecify.annotations.NullMarked;
