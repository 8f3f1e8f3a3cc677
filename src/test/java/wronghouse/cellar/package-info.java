/** A sample that breaks the rules of the house on purpose. */
@NullMarked
package wronghouse.cellar;

import org.jspecify.annotations.NullMarked;
