/**
 * Who a client is, and how much of what all share each may hold: addresses, connections, open requests, workers, time.
 *
 * <p>May import {@code catalog} and {@code storage}, as all of {@code access}.
 */
@NullMarked
package org.segue.access.clients;

import org.jspecify.annotations.NullMarked;
