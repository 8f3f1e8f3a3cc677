/**
 * Segue's own HTTP contract: resources, their records, problem details.
 *
 * <p>May import every room but {@code web}.
 */
@NullMarked
package org.segue.api;

import org.jspecify.annotations.NullMarked;
