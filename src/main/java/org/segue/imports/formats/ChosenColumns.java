package org.segue.imports.formats;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.segue.imports.ColumnChoice;
import org.segue.imports.ColumnMeaning;
import org.segue.imports.ColumnMemory;
import org.segue.imports.ColumnsException;
import org.segue.imports.ImportPhrase;

/**
 * What is said of the columns of tables: by the request, for the tables that have all columns which it names, else by former
 * choices for the same header. For one thread, unless nothing is said.
 */
public final class ChosenColumns {

    /** Nothing is said: tables go by the names in their headers. */
    public static final ChosenColumns NONE = new ChosenColumns(List.of(), ColumnMemory.NONE);

    private final List<ColumnChoice> said;
    private final ColumnMemory memory;
    private final Map<List<String>, OfTable> known = new HashMap<>();

    /** Headers whose choices are kept at hand; a file has few candidates for one. */
    private static final int MAX_KNOWN = 200;

    /**
     * What is said.
     *
     * @param said by the request, empty if it leaves it to the files
     */
    public ChosenColumns(List<ColumnChoice> said, ColumnMemory memory) {
        this.said = List.copyOf(said);
        this.memory = memory;
    }

    /**
     * What is said of one table.
     *
     * @param meanings by position; the others go by their names
     * @param isSaid whether the request says it, and not a former one
     */
    record OfTable(Map<Integer, ColumnMeaning> meanings, boolean isSaid) {

        /** Nothing is said of it. */
        static final OfTable NOTHING = new OfTable(Map.of(), false);

        boolean isEmpty() {
            return meanings.isEmpty();
        }

        /** Position of the column of a meaning; null if none is chosen. */
        @Nullable
        Integer place(ColumnMeaning meaning) {
            return meanings.entrySet().stream()
                    .filter(entry -> entry.getValue() == meaning)
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Of a table with a header. */
    OfTable of(List<String> header) {
        if (said.isEmpty() && memory.equals(ColumnMemory.NONE)) {
            return OfTable.NOTHING;
        }
        if (known.size() > MAX_KNOWN) {
            known.clear();
        }
        return known.computeIfAbsent(List.copyOf(header), this::find);
    }

    private OfTable find(List<String> header) {
        Map<Integer, ColumnMeaning> asked = places(said, header);
        if (!asked.isEmpty()) {
            return new OfTable(asked, true);
        }
        Map<Integer, ColumnMeaning> remembered = places(memory.of(header), header);
        return remembered.isEmpty() ? OfTable.NOTHING : new OfTable(remembered, false);
    }

    private static Map<Integer, ColumnMeaning> places(List<ColumnChoice> choices, List<String> header) {
        Map<Integer, ColumnMeaning> places = new HashMap<>();
        for (ColumnChoice choice : choices) {
            Integer place = choice.place(header);
            if (place == null) {
                return Map.of();
            }
            if (places.put(place, choice.meaning()) != null) {
                throw new ColumnsException(
                        ImportPhrase.COLUMN_NUMBER_TWICE.with(place + 1, Fields.shortened(header.get(place))));
            }
        }
        return places;
    }

    /** The columns of an own meaning, as importers know them. */
    static Map<Column, Integer> used(Map<Integer, ColumnMeaning> meanings) {
        Map<Column, Integer> used = new EnumMap<>(Column.class);
        meanings.forEach((place, meaning) -> {
            if (meaning != ColumnMeaning.IGNORE) {
                used.put(Column.valueOf(meaning.name()), place);
            }
        });
        return used;
    }
}
