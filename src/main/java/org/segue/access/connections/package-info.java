/**
 * What clients do with their connections: how many they hold, how long they take to send, whether they read. Knows bytes and
 * messages alone, and works below Vert.x, where a client can be watched before it has sent a request.
 *
 * <p>May import {@code catalog} and {@code storage}, as all of {@code access}.
 */
@NullMarked
package org.segue.access.connections;

import org.jspecify.annotations.NullMarked;
