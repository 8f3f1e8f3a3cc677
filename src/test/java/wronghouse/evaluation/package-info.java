/** A sample that breaks the rules of the house on purpose. */
@NullMarked
package wronghouse.evaluation;

import org.jspecify.annotations.NullMarked;
