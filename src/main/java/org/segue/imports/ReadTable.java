package org.segue.imports;

import java.util.List;

/**
 * A table as its columns are read.
 *
 * @param file what its sender called it
 * @param columns in their order
 * @param choice where that comes from
 */
public record ReadTable(String file, List<ReadColumn> columns, Choice choice) {

    /** Where it comes from how columns are read. */
    public enum Choice {
        /** From their names. */
        NAMES,
        /** From the request. */
        SAID,
        /** From what was said of a former table of the same header. */
        REMEMBERED
    }

    /**
     * A column.
     *
     * @param name in the header, without spaces around it
     * @param meaning what it is read as
     * @param byName what it would be read as by its name
     * @param examples what the first rows have in it
     */
    public record ReadColumn(String name, ColumnMeaning meaning, ColumnMeaning byName, List<String> examples) {}

    /** The header. */
    public List<String> header() {
        return columns.stream().map(ReadColumn::name).toList();
    }

    /** Whether the names alone would say the same. */
    public boolean isAsNamed() {
        return columns.stream().allMatch(column -> column.meaning() == column.byName());
    }

    /** A column as a request names it: by its name if that is long enough for it and no other has it, else by its number. */
    public String reference(int place) {
        String name = columns.get(place).name();
        boolean isOnly = columns.stream()
                        .filter(column -> column.name().equals(name))
                        .limit(2)
                        .count()
                == 1;
        boolean isPlain = !name.isEmpty() && !name.startsWith("#") && name.length() <= ColumnChoice.MAX_LENGTH / 2;
        return isOnly && isPlain ? name : "#" + (place + 1);
    }
}
