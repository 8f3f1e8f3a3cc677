package org.segue.imports.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.segue.catalog.SourceRepository;
import org.segue.imports.ColumnMeaning;
import org.segue.imports.ImportException;
import org.segue.imports.ImportOptions;
import org.segue.imports.ImportPhrase;
import org.segue.imports.ReadTable;
import org.segue.imports.ReadTable.Choice;
import org.segue.imports.ReadTable.ReadColumn;
import org.segue.imports.formats.ChosenColumns.OfTable;
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

    /** So many rows are shown as examples. */
    private static final int EXAMPLES = 3;

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
                .orElseThrow(() -> new ImportException(ImportPhrase.NO_SONGS.with(file.name())));
        read(file, layout, options, sink);
    }

    /** Reads a table of a layout that is known. */
    static void read(HistoryFile file, TableLayout layout, ImportOptions options, RowSink sink) throws IOException {
        TableColumns columns = TableColumns.of(layout.header(), layout.chosen(), options);
        ColumnReport.requireComplete(columns, file.name(), options);
        sink.measure(columns.measure());
        if (!layout.chosen().isEmpty() && !layout.chosen().isSaid()) {
            sink.note(ImportPhrase.REMEMBERED.with(file.name()));
        }
        note(file.name(), columns, sink);
        Delimited.Dialect dialect = layout.dialect(file.head());
        TableRows rows = new TableRows(file, layout, columns, options, sink);
        Delimited.read(file, dialect, sink, rows::read);
    }

    private static void note(String file, TableColumns columns, RowSink sink) {
        List<String> unused = ColumnReport.unused(columns);
        if (!unused.isEmpty()) {
            sink.note(ImportPhrase.UNUSED_COLUMNS.with(file, String.join(", ", unused)));
        }
        if (columns.measure() == Measure.RATINGS) {
            sink.note(ImportPhrase.RATINGS.with(file, Fields.shortened(columns.valueName())));
        }
        if (columns.takesArtists()) {
            sink.note(ImportPhrase.ARTISTS_AS_SONGS.with(file));
        }
    }

    /** Whether somebody has said what columns of a file hold. */
    static boolean isChosen(FileHead head) {
        return TableLayout.find(head)
                .filter(layout -> !layout.chosen().isEmpty())
                .isPresent();
    }

    @Override
    public Optional<ReadTable> table(HistoryFile file) throws IOException {
        FileHead head = file.head();
        return TableLayout.find(head).map(layout -> table(file.name(), layout, head));
    }

    /** How the columns of a table are read. */
    static ReadTable table(String file, TableLayout layout, FileHead head) {
        List<ColumnMeaning> meanings = ColumnReport.meanings(layout.columns());
        List<ColumnMeaning> byName = ColumnReport.meanings(TableColumns.of(layout.header(), OfTable.NOTHING));
        List<List<String>> rows = layout.firstRows(head, EXAMPLES);
        List<ReadColumn> columns = new ArrayList<>();
        for (int place = 0; place < meanings.size(); place++) {
            int column = place;
            List<String> examples = rows.stream()
                    .filter(row -> column < row.size() && !row.get(column).isBlank())
                    .map(row -> Fields.shortened(row.get(column).strip()))
                    .toList();
            String name = layout.header().get(place).strip();
            columns.add(new ReadColumn(name, meanings.get(place), byName.get(place), examples));
        }
        return new ReadTable(file, List.copyOf(columns), choice(layout.chosen()));
    }

    private static Choice choice(OfTable chosen) {
        if (chosen.isEmpty()) {
            return Choice.NAMES;
        }
        return chosen.isSaid() ? Choice.SAID : Choice.REMEMBERED;
    }
}
