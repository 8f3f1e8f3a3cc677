/** Knows of songs more than their keys. */
@NullMarked
package wronghouse.songmodel;

import org.jspecify.annotations.NullMarked;
