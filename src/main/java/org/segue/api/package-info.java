/**
 * Segue's own HTTP contract: resources, their records, problem details.
 *
 * <p>May import every room but {@code protocols}, {@code web} and {@code cli}.
 */
@NullMarked
package org.segue.api;

import org.jspecify.annotations.NullMarked;
