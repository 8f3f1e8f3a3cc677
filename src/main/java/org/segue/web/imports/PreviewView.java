package org.segue.web.imports;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.segue.imports.BadRows.BadRow;
import org.segue.imports.ImportPreview;
import org.segue.imports.ImportPreview.PreviewFile;
import org.segue.imports.ImportPreview.PreviewRow;
import org.segue.web.Formatting;
import org.segue.web.Words;

/**
 * What an import would do, as the page shows it, and the form that has it done.
 *
 * @param upload under which the files are kept
 * @param files what their sender called the first of them
 * @param needsUser whether somebody has to say whose listens they are
 * @param facts what would come in, in phrases
 * @param rows the first of them
 * @param skipped rows that would be passed over, by reason
 * @param badRows how many rows could not be used, as written; empty for none
 * @param firstBadRows the first of them
 */
@TemplateData
public record PreviewView(
        String upload,
        String files,
        boolean needsUser,
        List<String> facts,
        List<Row> rows,
        Map<String, Long> skipped,
        String badRows,
        List<BadRow> firstBadRows) {

    private static final int FILES = 5;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    /**
     * A row; what the file does not say is empty.
     *
     * @param user whose it is
     * @param artist name
     * @param title of the song
     * @param when as {@code 2026-11-24 18:05}, UTC; or plays or a rating
     */
    @TemplateData
    public record Row(String user, String artist, String title, String when) {
        private static Row of(PreviewRow row) {
            return new Row(text(row.user()), text(row.artist()), text(row.title()), when(row));
        }

        private static String when(PreviewRow row) {
            Instant time = row.listenedAt();
            if (time != null) {
                return LocalDateTime.ofInstant(time, ZoneOffset.UTC).format(MINUTE);
            }
            Double value = row.value();
            return value == null ? "" : Formatting.value(value);
        }

        private static String text(@Nullable String said) {
            return said == null ? "" : said;
        }
    }

    static PreviewView of(ImportPreview preview, Words words) {
        return new PreviewView(
                preview.upload(),
                files(preview.files()),
                preview.needsUser(),
                facts(preview, words),
                preview.first().stream().map(Row::of).toList(),
                preview.skipped(),
                preview.badRows().count() == 0
                        ? ""
                        : Formatting.count(preview.badRows().count()),
                preview.badRows().first().stream().limit(ImportRow.LISTED).toList());
    }

    private static String files(List<PreviewFile> files) {
        List<String> names = files.stream().limit(FILES).map(PreviewFile::name).toList();
        return String.join(", ", names) + (files.size() > FILES ? " …" : "");
    }

    private static List<String> facts(ImportPreview preview, Words words) {
        List<String> facts =
                new ArrayList<>(List.of(preview.format(), words.rowsRead(Formatting.count(preview.rowsRead()))));
        add(facts, preview.listens(), words::personListens);
        add(facts, preview.skips(), words::skips);
        add(facts, preview.interactions(), words::interactions);
        add(facts, preview.lists(), words::lists);
        add(facts, preview.users(), words::users);
        Instant from = preview.from();
        Instant to = preview.to();
        if (from != null && to != null) {
            facts.add(day(from) + " – " + day(to));
        }
        return facts;
    }

    private static void add(List<String> facts, long count, UnaryOperator<String> inWords) {
        if (count > 0) {
            facts.add(inWords.apply(Formatting.count(count)));
        }
    }

    private static String day(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}
