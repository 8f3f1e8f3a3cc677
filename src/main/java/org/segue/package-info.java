/** Where the program starts. */
@NullMarked
package org.segue;

import org.jspecify.annotations.NullMarked;
