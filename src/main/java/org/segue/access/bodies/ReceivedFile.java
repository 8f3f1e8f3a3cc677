package org.segue.access.bodies;

import java.nio.file.Path;

/**
 * A file of a request, on disk until the request has ended: whoever wants to keep it moves it.
 *
 * @param path where it is
 * @param part name of the form's part that it came in, {@code file} if it was the whole body
 * @param name what its sender called it, empty if nothing; never used as a path
 * @param bytes its size
 */
public record ReceivedFile(Path path, String part, String name, long bytes) {}
