package org.segue.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.segue.text.Sentence;

/**
 * What an import of some files would do, found out by reading them.
 *
 * @param kept where the files wait for the import
 * @param format of the files; several, with commas, if they are of several
 * @param files one by one, those of archives too
 * @param whose the rows are
 * @param tables of the files, as their columns are read: the first of each header
 * @param content what the rows hold
 * @param first rows, to see whether they are read rightly
 * @param leftOut what the import would not take
 */
@RegisterForReflection(
        targets = {
            ImportPreview.class,
            ImportPreview.Kept.class,
            ImportPreview.Whose.class,
            ImportPreview.FoundListener.class,
            ImportPreview.PreviewTable.class,
            ImportPreview.PreviewColumn.class,
            ImportPreview.Content.class,
            ImportPreview.Counts.class,
            ImportPreview.LeftOut.class,
            ImportPreview.PreviewFile.class,
            ImportPreview.PreviewRow.class,
            ImportPreview.SameListener.class
        })
public record ImportPreview(
        @JsonUnwrapped Kept kept,
        String format,
        List<PreviewFile> files,
        @JsonUnwrapped Whose whose,
        List<PreviewTable> tables,
        @JsonUnwrapped Content content,
        List<PreviewRow> first,
        @JsonUnwrapped LeftOut leftOut) {

    /**
     * Files that wait for an import.
     *
     * @param upload name of the files: an import can give it instead of sending them again
     * @param keptUntil when they are deleted
     */
    public record Kept(String upload, Instant keptUntil) {}

    /**
     * Whose the rows are.
     *
     * @param needsUser whether files name no user and the request did not either: the import must
     * @param listener who the one user of the files may be; null if there is no such question
     * @param named whom the files name; empty if they name nobody, or more than {@value #MAX_NAMED}
     */
    public record Whose(boolean needsUser, @Nullable SameListener listener, List<FoundListener> named) {}

    /**
     * Somebody whom files name.
     *
     * @param named what the files call that one
     * @param user public id of who it may be here, null if that is nobody
     * @param name of the same for people to read
     * @param known whether earlier files have brought the same one, so that nobody has to be asked
     */
    public record FoundListener(
            String named, @Nullable String user, @Nullable String name, boolean known) {}

    /**
     * A table as its columns are read.
     *
     * @param file what its sender called it
     * @param columns the first of them, at most {@value #MAX_COLUMNS}
     * @param moreColumns how many more there are
     * @param chosen where that comes from: {@code names}, {@code said} by the request or {@code remembered}
     */
    public record PreviewTable(String file, List<PreviewColumn> columns, int moreColumns, String chosen) {

        /** Of a table that has been read. */
        public static PreviewTable of(ReadTable table) {
            int shown = Math.min(MAX_COLUMNS, table.columns().size());
            List<PreviewColumn> columns = IntStream.range(0, shown)
                    .mapToObj(place -> PreviewColumn.of(table, place))
                    .toList();
            String chosen = table.choice().name().toLowerCase(Locale.ROOT);
            return new PreviewTable(table.file(), columns, table.columns().size() - shown, chosen);
        }
    }

    /**
     * A column of a table.
     *
     * @param column as a request names it
     * @param name in the header
     * @param meaning what it is read as
     * @param examples what the first rows have in it
     */
    public record PreviewColumn(String column, String name, String meaning, List<String> examples) {
        private static PreviewColumn of(ReadTable table, int place) {
            ReadTable.ReadColumn column = table.columns().get(place);
            return new PreviewColumn(
                    table.reference(place),
                    ColumnChoice.shown(column.name()),
                    column.meaning().word(),
                    column.examples());
        }
    }

    /** Listeners of files who are named, at most; of more, the files are a data set. */
    static final int MAX_NAMED = 50;

    /** Columns of a table that are shown. */
    static final int MAX_COLUMNS = 100;

    /**
     * Somebody of the house who may be the one user of the files. If so, the import names the person as its {@code user}.
     *
     * @param named what the files call the user
     * @param user public id of the person, or the name of a new one
     * @param name for people to read
     */
    public record SameListener(String named, String user, String name) {

        /** In words. */
        @JsonProperty
        public String question() {
            return "Is this the listener %s?".formatted(name);
        }
    }

    /**
     * What rows hold.
     *
     * @param rowsRead good and bad
     * @param counts of what the good ones say
     * @param from time of the first listen, null without listens
     * @param to time of the last listen, null without listens
     */
    public record Content(
            long rowsRead,
            @JsonUnwrapped Counts counts,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /**
     * How much there is of each kind.
     *
     * @param listens plays at a time, before it is known which of them are here already
     * @param skips plays that were broken off at once, which are kept as such
     * @param interactions plays already counted, or ratings
     * @param feedback on songs
     * @param lists of songs that somebody keeps
     * @param users how many there are, at most {@value #MAX_USERS} are counted
     */
    public record Counts(long listens, long skips, long interactions, long feedback, long lists, long users) {}

    /**
     * What an import does not take.
     *
     * @param skipped rows that would be passed over, by reason
     * @param badRows rows that could not be used
     * @param notes how the files are read and which columns are not
     */
    public record LeftOut(
            Map<String, Long> skipped,
            BadRows badRows,

            @Schema(type = SchemaType.ARRAY, implementation = String.class)
            List<Sentence> notes) {}

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
