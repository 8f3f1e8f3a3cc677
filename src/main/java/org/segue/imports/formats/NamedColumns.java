package org.segue.imports.formats;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.segue.imports.ImportOptions;

/** The columns of a table whose header a program always writes alike, in whatever order and among whatever others. */
final class NamedColumns {

    private static final Delimited.Dialect BELOW_HEADER = new Delimited.Dialect(',', true, 1);

    private final Map<String, Integer> places = new HashMap<>();

    private NamedColumns(List<String> header) {
        for (int place = 0; place < header.size(); place++) {
            places.putIfAbsent(header.get(place), place);
        }
    }

    /** What is done with a row. */
    @FunctionalInterface
    interface RowReader {
        /** Reads one; what it throws is reported as a bad row. */
        void read(NamedColumns columns, CsvRecord row) throws BadRowException;
    }

    /** Files whose first line is a header with commas that has all of some names, in lower case. */
    static Signature signature(String... names) {
        return Signature.start(
                head -> head.jsonNames().isEmpty() && of(head).places.keySet().containsAll(List.of(names)));
    }

    private static NamedColumns of(FileHead head) {
        return new NamedColumns(TableLayout.fields(head.firstLine(), ',').stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList());
    }

    /** Reads the rows below the header. */
    static void read(HistoryFile file, RowSink sink, RowReader reader) throws IOException {
        NamedColumns columns = of(file.head());
        Delimited.read(file, BELOW_HEADER, sink, (line, row) -> reader.read(columns, row));
    }

    /** The dates of a column, which decide together in which order day and month are. */
    static DateColumn dates(HistoryFile file, String column, ImportOptions options, RowSink sink) {
        String name = column.toLowerCase(Locale.ROOT);
        return new DateColumn(file.name(), column, taker -> forEach(file, name, taker), options, sink::note);
    }

    private static void forEach(HistoryFile file, String column, Consumer<String> taker) throws IOException {
        file.again(again -> {
            NamedColumns columns = of(again.head());
            Delimited.read(again, BELOW_HEADER, (name, line, reason) -> {}, (line, row) -> {
                String field = columns.field(row, column);
                if (field != null) {
                    taker.accept(field);
                }
            });
        });
    }

    /** What a row has in the first of some columns in which it has anything; null if it has nothing in any. */
    @Nullable
    String field(CsvRecord row, String... names) {
        for (String name : names) {
            Integer place = places.get(name);
            if (place != null
                    && place < row.getFieldCount()
                    && !row.getField(place).isBlank()) {
                return row.getField(place);
            }
        }
        return null;
    }
}
