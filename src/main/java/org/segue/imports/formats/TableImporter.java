package org.segue.imports.formats;

import java.io.IOException;
import java.util.stream.Collectors;
import org.segue.catalog.SourceRepository;
import org.segue.imports.ImportException;
import org.segue.imports.ImportOptions;
import org.segue.listens.Measure;

/**
 * A table of interactions with a header: columns by name and in any order, see {@link TableColumns}, below whatever stands above
 * the header, see {@link TableLayout}. Without a column of plays each row is one play, and with a time one listen; plays with a
 * time are so many listens.
 */
final class TableImporter implements HistoryImporter {

    /** How tables start that have a header. */
    static final Signature SIGNATURE =
            Signature.start(head -> TableLayout.find(head).isPresent());

    private static final Format FORMAT = new Format("table", "table", SIGNATURE, true);

    /** Its own: what people are called there, they are called here. */
    private static final Format SEGUES = new Format(
            FORMAT.name(),
            SourceRepository.HOUSE,
            Signature.start(head -> TableLayout.find(head)
                    .filter(layout -> layout.columns().isSegues())
                    .isPresent()),
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
        TableLayout layout = TableLayout.find(file.head())
                .orElseThrow(() -> new ImportException("%s has no column of songs.".formatted(file.name())));
        read(file, layout, options, sink);
    }

    /** Reads a table of a layout that is known. */
    static void read(HistoryFile file, TableLayout layout, ImportOptions options, RowSink sink) throws IOException {
        TableColumns columns = TableColumns.of(layout.header(), options);
        columns.requireComplete(file.name(), options);
        sink.measure(columns.measure());
        note(file.name(), columns, sink);
        Delimited.Dialect dialect = layout.dialect(file.head());
        TableRows rows = new TableRows(file, layout, columns, options, sink);
        Delimited.read(file, dialect, sink, rows::read);
    }

    private static void note(String file, TableColumns columns, RowSink sink) {
        if (!columns.unused().isEmpty()) {
            String names = columns.unused().stream()
                    .map(name -> '“' + Fields.shortened(name) + '”')
                    .collect(Collectors.joining(", "));
            sink.note("%s: columns that are not used: %s.".formatted(file, names));
        }
        if (columns.measure() == Measure.RATINGS) {
            sink.note("%s: the column “%s” holds ratings, not plays: they are for the explicit objective."
                    .formatted(file, Fields.shortened(columns.valueName())));
        }
        if (columns.takesArtists()) {
            sink.note("%s names artists and no songs: its artists are taken for songs.".formatted(file));
        }
    }
}
