package org.segue.web.imports;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.stream.IntStream;
import org.segue.imports.ColumnChoiceRepository.Remembered;
import org.segue.imports.ColumnMeaning;

/**
 * A table whose columns are read as people have said.
 *
 * @param id its number
 * @param columns that are used, with what they are read as
 * @param names of the first columns, to call it by
 */
@TemplateData
public record RememberedTable(int id, List<Column> columns, String names) {

    private static final int NAMED = 4;

    /**
     * A column.
     *
     * @param name in the header
     * @param meaning what it is read as
     */
    @TemplateData
    public record Column(String name, String meaning) {}

    static RememberedTable of(Remembered table) {
        List<Column> columns = IntStream.range(0, table.header().size())
                .filter(place -> table.meanings().get(place) != ColumnMeaning.IGNORE)
                .mapToObj(place -> new Column(
                        shown(table.header().get(place)),
                        table.meanings().get(place).word()))
                .toList();
        List<String> names =
                table.header().stream().limit(NAMED).map(RememberedTable::shown).toList();
        String more = table.header().size() > NAMED ? ", …" : "";
        return new RememberedTable(table.id(), columns, String.join(", ", names) + more);
    }

    private static String shown(String name) {
        return name.length() > 40 ? name.substring(0, 40) + "…" : name;
    }
}
