package org.segue.imports;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody sent, on disk.
 *
 * @param path where it is; it is moved from there
 * @param name what its sender called it: for reports only, never used as a path
 */
public record Upload(Path path, String name) {

    private static final int MAX_NAME_LENGTH = 200;

    /** A file under the name that came with it, as far as that can be shown. */
    public static Upload of(Path path, @Nullable String sentName) {
        String name = sentName == null || sentName.isBlank() ? "file" : sentName.replaceAll("\\p{Cntrl}", " ");
        return new Upload(path, name.substring(0, Math.min(name.length(), MAX_NAME_LENGTH)));
    }
}
