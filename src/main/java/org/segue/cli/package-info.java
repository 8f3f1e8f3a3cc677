/**
 * What the program does from the command line besides serving.
 *
 * <p>May import every room but {@code api} and {@code web}.
 */
@NullMarked
package org.segue.cli;

import org.jspecify.annotations.NullMarked;
