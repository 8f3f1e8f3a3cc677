package org.segue.imports.formats;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.catalog.SourceRepository;
import org.segue.imports.ImportOptions;
import org.segue.listens.Measure;
import org.segue.text.SpreadsheetCell;

/**
 * A table of interactions with a header: comma-, semicolon- or tab-separated, columns by name and in any order, see
 * {@link TableColumns}. Without a column of plays each row is one play, and with a time one listen; where plays are already
 * counted a time is that of the last of them and says nothing of the others.
 */
final class TableImporter implements HistoryImporter {

    private static final Format FORMAT = new Format(
            "table",
            "table",
            Signature.start(head -> TableColumns.of(head.names(separator(head))).hasSong()),
            true);

    /** Its own: what people are called there, they are called here. */
    private static final Format SEGUES = new Format(
            FORMAT.name(),
            SourceRepository.HOUSE,
            Signature.start(head -> {
                TableColumns columns = TableColumns.of(head.names(separator(head)));
                return columns.hasSong() && columns.isSegues();
            }),
            true);

    private final Format format;

    private TableImporter(Format format) {
        this.format = format;
    }

    /** For tables that Segue wrote. */
    static TableImporter ofSegue() {
        return new TableImporter(SEGUES);
    }

    /** For all others. */
    static TableImporter ofOthers() {
        return new TableImporter(FORMAT);
    }

    @Override
    public Format format() {
        return format;
    }

    @Override
    public void read(HistoryFile file, ImportOptions options, RowSink sink) throws IOException {
        FileHead head = file.head();
        TableColumns columns = TableColumns.of(head.names(separator(head)), options);
        columns.requireComplete(file.name(), options);
        sink.measure(columns.value().measure());
        RowReader rows = new RowReader(columns, options, sink);
        Delimited.read(file, separator(head), sink, rows::read);
    }

    /** Tab before semicolon before comma: the first that the header has. */
    private static char separator(FileHead head) {
        String header = head.firstLine();
        if (header.indexOf('\t') >= 0) {
            return '\t';
        }
        return header.indexOf(';') >= 0 ? ';' : ',';
    }

    private record RowReader(TableColumns columns, ImportOptions options, RowSink sink) {

        void read(CsvRecord fields) throws BadRowException {
            if (fields.getStartingLineNumber() == 1) {
                return;
            }
            String user = columns.hasUser()
                    ? Fields.id("user", field(fields, columns.user()))
                    : Objects.requireNonNull(options.user(), "checked by requireComplete");
            ExternalSong song = song(fields);
            double value = value(fields);
            Long listenedAt = listenedAt(fields);
            if (listenedAt == null) {
                sink.interaction(user, song, value);
            } else {
                sink.listen(ExternalListen.heard(user, song, listenedAt));
            }
            if (song.id() != null && song.title() != null) {
                sink.song(song);
            }
        }

        private ExternalSong song(CsvRecord fields) throws BadRowException {
            String artist = Fields.text(field(fields, columns.artist()));
            String album = Fields.text(field(fields, columns.album()));
            String title = Fields.text(field(fields, columns.title()));
            if (!columns.hasSongId() && title != null && artist != null) {
                return ExternalSong.named(artist, title, album);
            }
            int idColumn = columns.hasSongId() ? columns.songId() : columns.title();
            return new ExternalSong(Fields.id("song", field(fields, idColumn)), title, artist, album);
        }

        private double value(CsvRecord fields) throws BadRowException {
            if (!columns.hasValue()) {
                return 1;
            }
            String field = field(fields, columns.value().column());
            String text = field == null ? "" : field;
            return columns.value().measure() == Measure.RATINGS
                    ? Fields.rating(columns.value().name(), text)
                    : Fields.plays(columns.value().name(), text);
        }

        private @Nullable Long listenedAt(CsvRecord fields) throws BadRowException {
            String field = columns.hasValue() ? null : field(fields, columns.timestamp());
            return field == null || field.isBlank() ? null : Long.valueOf(Fields.time("timestamp", field));
        }

        private @Nullable String field(CsvRecord fields, int column) {
            if (column < 0 || column >= fields.getFieldCount()) {
                return null;
            }
            String field = fields.getField(column);
            return columns.isSegues() ? SpreadsheetCell.unescape(field) : field;
        }
    }
}
