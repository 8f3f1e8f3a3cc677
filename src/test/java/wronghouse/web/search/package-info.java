/** A page of a house built wrongly. */
@NullMarked
package wronghouse.web.search;

import org.jspecify.annotations.NullMarked;
