/** A sample that breaks the rules of the house on purpose. */
@NullMarked
package wronghouse.catalog;

import org.jspecify.annotations.NullMarked;
