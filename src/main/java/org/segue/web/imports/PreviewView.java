package org.segue.web.imports;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.imports.ImportPreview;
import org.segue.imports.ImportPreview.PreviewFile;
import org.segue.imports.ImportPreview.PreviewRow;
import org.segue.imports.ImportPreview.PreviewTable;
import org.segue.imports.ReadTable;

/**
 * Files that are kept, and what an import of them would do, as the page shows it beside the button that starts it.
 *
 * @param upload name under which the files are kept
 * @param files names of the first of them
 * @param whose history they are
 * @param understood what is in them, null if they cannot be read as they are
 * @param tables whose columns people can correct
 * @param problem why they cannot be read, empty if they can
 */
@TemplateData
public record PreviewView(
        String upload,
        String files,
        WhoseView whose,
        @Nullable Understood understood,
        List<TableView> tables,
        String problem) {

    private static final int FILES = 5;

    /**
     * What was understood.
     *
     * @param content what the files hold
     * @param rows the first of them
     * @param report of the rows that would be left out
     */
    @TemplateData
    public record Understood(Content content, List<Row> rows, RowReport report) {

        /** Whether there is anything to import. */
        public boolean isImportable() {
            Counts counts = content.counts();
            return counts.listens() + counts.skips() + counts.interactions() + counts.feedback() + counts.lists() > 0;
        }
    }

    /**
     * What files hold.
     *
     * @param format of the files
     * @param rows good and bad
     * @param counts of what the rows say
     * @param from time of the first listen, null without listens
     * @param to time of the last listen, null without listens
     */
    @TemplateData
    public record Content(
            String format,
            long rows,
            Counts counts,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /**
     * How much files hold of each kind.
     *
     * @param listens plays at a time
     * @param skips plays that were broken off at once
     * @param interactions plays already counted, or ratings
     * @param feedback verdicts, such as loves
     * @param lists of songs
     * @param users whose these are
     */
    @TemplateData
    public record Counts(long listens, long skips, long interactions, long feedback, long lists, long users) {}

    /**
     * A row; what the file does not say is empty.
     *
     * @param user whose it is
     * @param artist name
     * @param title of the song
     * @param at when it was played
     * @param value plays or a rating
     */
    @TemplateData
    public record Row(
            String user,
            String artist,
            String title,
            @Nullable Instant at,
            @Nullable Double value) {

        private static Row of(PreviewRow row) {
            return new Row(text(row.user()), text(row.artist()), text(row.title()), row.listenedAt(), row.value());
        }

        private static String text(@Nullable String said) {
            return said == null ? "" : said;
        }
    }

    static PreviewView of(ImportPreview preview, WhoseView whose, ImportForm form) {
        RowReport report = RowReport.of(
                preview.leftOut().badRows(),
                preview.leftOut().skipped(),
                preview.leftOut().notes());
        List<Row> rows = preview.first().stream().map(Row::of).toList();
        return new PreviewView(
                preview.kept().upload(),
                files(preview.files()),
                whose,
                new Understood(content(preview), rows, report),
                preview.tables().stream()
                        .limit(1)
                        .map(table -> TableView.of(table, form.columns()))
                        .toList(),
                form.problem());
    }

    /** Of files that cannot be read as they are; people can say how. */
    static PreviewView unread(String upload, ImportForm form, @Nullable ReadTable table) {
        WhoseView later = new WhoseView("said", "", form.user(), form.user(), List.of(), List.of());
        List<TableView> tables =
                table == null ? List.of() : List.of(TableView.of(PreviewTable.of(table), form.columns()));
        return new PreviewView(upload, table == null ? "" : table.file(), later, null, tables, form.problem());
    }

    private static Content content(ImportPreview preview) {
        ImportPreview.Content held = preview.content();
        ImportPreview.Counts of = held.counts();
        Counts counts = new Counts(of.listens(), of.skips(), of.interactions(), of.feedback(), of.lists(), of.users());
        return new Content(preview.format(), held.rowsRead(), counts, held.from(), held.to());
    }

    private static String files(List<PreviewFile> files) {
        List<String> names = files.stream().limit(FILES).map(PreviewFile::name).toList();
        return String.join(", ", names) + (files.size() > FILES ? " …" : "");
    }
}
