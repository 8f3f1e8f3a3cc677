/** Another protocol of that house. */
@NullMarked
package wronghouse.protocols.smoke;

import org.jspecify.annotations.NullMarked;
