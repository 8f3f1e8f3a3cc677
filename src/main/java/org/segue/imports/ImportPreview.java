package org.segue.imports;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an import of some files would do, found out by reading them.
 *
 * @param upload under which the files are kept: an import can name it instead of sending them again
 * @param keptUntil when they are deleted
 * @param format of the files; several, with commas, if they are of several
 * @param files one by one, those of archives too
 * @param needsUser whether files name no user and the request did not either: the import must
 * @param rowsRead good and bad
 * @param listens plays at a time, before it is known which of them are here already
 * @param skips plays that were broken off at once, which are kept as such
 * @param interactions plays already counted, or ratings
 * @param feedback verdicts on songs
 * @param lists of songs that somebody keeps
 * @param users how many there are, at most {@value #MAX_USERS} are counted
 * @param from time of the first listen, null without listens
 * @param to time of the last listen, null without listens
 * @param first rows, to see whether they are read rightly
 * @param skipped rows that would be passed over, by reason
 * @param badRows rows that could not be used
 */
@RegisterForReflection(targets = {ImportPreview.class, ImportPreview.PreviewFile.class, ImportPreview.PreviewRow.class})
public record ImportPreview(
        String upload,
        Instant keptUntil,
        String format,
        List<PreviewFile> files,
        boolean needsUser,
        long rowsRead,
        long listens,
        long skips,
        long interactions,
        long feedback,
        long lists,
        long users,
        @Nullable Instant from,
        @Nullable Instant to,
        List<PreviewRow> first,
        Map<String, Long> skipped,
        BadRows badRows) {

    /** Names are kept to count them: of so many at most. */
    static final int MAX_USERS = 100_000;

    /** Files that are listed; an archive may have many more. */
    static final int MAX_FILES = 500;

    /** Rows that are shown. */
    static final int FIRST = 10;

    /**
     * One file.
     *
     * @param name what its sender called it, behind the name of its archive
     * @param format null if it holds no history and would be passed over
     */
    public record PreviewFile(String name, @Nullable String format) {}

    /**
     * One row.
     *
     * @param user null if neither file nor request says it
     * @param artist null if the file does not say
     * @param title the source's own id if the file says no title
     * @param album null if the file does not say
     * @param listenedAt null for plays already counted
     * @param value plays or rating, null for a single play
     */
    public record PreviewRow(
            @Nullable String user,
            @Nullable String artist,
            @Nullable String title,
            @Nullable String album,
            @Nullable Instant listenedAt,
            @Nullable Double value) {}
}
