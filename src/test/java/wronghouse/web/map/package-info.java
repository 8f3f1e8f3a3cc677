/** A page of a house built wrongly. */
@NullMarked
package wronghouse.web.map;

import org.jspecify.annotations.NullMarked;
