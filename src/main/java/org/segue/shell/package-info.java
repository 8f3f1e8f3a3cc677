/**
 * What the program does from the command line besides serving.
 *
 * <p>May import every room but {@code api} and {@code web}.
 */
@NullMarked
package org.segue.shell;

import org.jspecify.annotations.NullMarked;
