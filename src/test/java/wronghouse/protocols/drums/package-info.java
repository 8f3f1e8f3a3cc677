/** A protocol of a house built wrongly. */
@NullMarked
package wronghouse.protocols.drums;

import org.jspecify.annotations.NullMarked;
