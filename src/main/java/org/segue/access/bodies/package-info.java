/**
 * What requests bring: how large a body may be, what all bodies may hold of the memory together, and files on their way to disk;
 * how many large answers are written at a time.
 * Nothing here waits for a client on a worker thread.
 *
 * <p>May import {@code catalog} and {@code storage}, as all of {@code access}.
 */
@NullMarked
package org.segue.access.bodies;

import org.jspecify.annotations.NullMarked;
