package org.segue.library;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Paths as servers say them. They are text of strangers: what would lead out of a folder, or break a line, is none.
 *
 * <p>A path of Windows, {@code C:\Music}, is written with slashes: players take these everywhere.
 */
final class FilePath {

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:[\\\\/].*", Pattern.DOTALL);
    private static final Pattern UNSPEAKABLE = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]");

    private FilePath() {}

    /** Whether a path says where a file is from the root on: servers that make paths up start with the artist. */
    static boolean isAbsolute(String path) {
        return path.startsWith("/") || DRIVE.matcher(path).matches();
    }

    /**
     * The line of a playlist for a path.
     *
     * @param path as a server says it
     * @param folder what it is to be relative to, null for as it is
     * @return nothing if it cannot be said in one line, or is not in the folder
     */
    static Optional<String> in(String path, @Nullable String folder) {
        String plain = slashed(path);
        if (plain.isBlank() || UNSPEAKABLE.matcher(plain).find() || climbs(plain)) {
            return Optional.empty();
        }
        if (folder == null || folder.isBlank()) {
            return Optional.of(plain).filter(FilePath::isAbsolute);
        }
        if (!isAbsolute(plain)) {
            return Optional.of(line(plain));
        }
        String start = slashed(folder.strip()).replaceFirst("/*$", "/");
        return plain.startsWith(start) && plain.length() > start.length()
                ? Optional.of(line(plain.substring(start.length()).replaceFirst("^/+", "")))
                : Optional.empty();
    }

    // A line that starts with # is a comment, and blanks before a path are stripped.
    private static String line(String relative) {
        return relative.startsWith("#") || relative.startsWith(" ") ? "./" + relative : relative;
    }

    private static boolean climbs(String path) {
        return Arrays.asList(path.split("/", -1)).contains("..");
    }

    private static String slashed(String path) {
        return DRIVE.matcher(path).matches() ? path.replace('\\', '/') : path;
    }
}
