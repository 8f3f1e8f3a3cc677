package org.segue.imports;

import java.nio.file.Path;

/**
 * A file that somebody sent, on disk.
 *
 * @param path where it is; it is moved from there
 * @param name what its sender called it: for reports only, never used as a path
 */
public record Upload(Path path, String name) {}
