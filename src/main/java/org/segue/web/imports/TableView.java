package org.segue.web.imports;

import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.segue.imports.ColumnMeaning;
import org.segue.imports.ImportPreview.PreviewColumn;
import org.segue.imports.ImportPreview.PreviewTable;

/**
 * A table of which people can say what its columns hold.
 *
 * @param file what its sender called it
 * @param columns the first of them
 * @param more how many more there are
 */
@TemplateData
public record TableView(String file, List<ColumnView> columns, int more) {

    /**
     * A column.
     *
     * @param reference as a request names it
     * @param name in the header, empty if it has none
     * @param number from 1
     * @param meaning what it is read as
     * @param examples of what is in it
     */
    @TemplateData
    public record ColumnView(String reference, String name, int number, String meaning, String examples) {}

    /** What a column can hold, the usual first. */
    public List<String> meanings() {
        return Arrays.stream(ColumnMeaning.values()).map(ColumnMeaning::word).toList();
    }

    /**
     * A table as it is read, or as somebody has just said it should be.
     *
     * @param said what columns hold, as a request writes it
     */
    static TableView of(PreviewTable table, List<String> said) {
        Map<String, String> words = new HashMap<>();
        said.stream().filter(text -> text.indexOf(':') > 0).forEach(text -> {
            int colon = text.indexOf(':');
            words.put(text.substring(colon + 1), text.substring(0, colon));
        });
        List<ColumnView> columns = IntStream.range(0, table.columns().size())
                .mapToObj(place -> of(table.columns().get(place), place + 1, words))
                .toList();
        return new TableView(table.file(), columns, table.moreColumns());
    }

    private static ColumnView of(PreviewColumn column, int number, Map<String, String> said) {
        String meaning = said.getOrDefault(column.column(), column.meaning());
        return new ColumnView(column.column(), column.name(), number, meaning, String.join(" · ", column.examples()));
    }
}
