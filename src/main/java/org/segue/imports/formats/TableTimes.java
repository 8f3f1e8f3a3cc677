package org.segue.imports.formats;

import de.siegmar.fastcsv.reader.CsvRecord;
import org.jspecify.annotations.Nullable;

/** What the rows of a table say of dates and lengths. */
final class TableTimes {

    private static final int SECONDS = 1000;

    /** A song's length of more is in milliseconds: as seconds it is three hours. */
    private static final double SECONDS_BELOW = 10_800;

    private final TableColumns columns;
    private final boolean hasMillis;

    TableTimes(TableColumns columns) {
        this.columns = columns;
        String name = columns.has(Column.LENGTH) ? Column.plain(columns.name(Column.LENGTH)) : "";
        hasMillis = name.endsWith("ms") || name.endsWith("milliseconds");
    }

    /** When a row was played, as it is written; null if it does not say. */
    @Nullable
    String date(CsvRecord row) {
        String date = field(row, Column.TIME);
        String clock = field(row, Column.CLOCK);
        if (date == null || clock == null || date.indexOf(':') >= 0) {
            return date == null ? (clock != null && clock.indexOf(':') < 0 ? clock : null) : date;
        }
        return clock.indexOf(':') >= 0 ? date + ' ' + clock : clock.length() > 8 ? clock : date;
    }

    /** How long a row's song was heard, in milliseconds; null if it does not say. */
    @Nullable
    Long played(CsvRecord row) throws BadRowException {
        if (columns.has(Column.PLAYED_MS)) {
            String field = field(row, Column.PLAYED_MS);
            return field == null ? null : (Long) Fields.played(columns.name(Column.PLAYED_MS), field);
        }
        String field = columns.has(Column.PLAYED_SECONDS) ? field(row, Column.PLAYED_SECONDS) : null;
        Double seconds = field == null ? null : clock(field);
        return seconds == null ? null : (Long) (long) (seconds * SECONDS);
    }

    /** Length of a row's song in milliseconds; null if it does not say. */
    @Nullable
    Integer length(CsvRecord row) {
        String field = columns.has(Column.LENGTH) ? field(row, Column.LENGTH) : null;
        Double number = field == null ? null : clock(field);
        if (field == null || number == null) {
            return null;
        }
        boolean isMillis = field.indexOf(':') < 0 && (hasMillis || number >= SECONDS_BELOW);
        return Fields.duration(String.valueOf(number), isMillis ? 1 : SECONDS);
    }

    // 3:45, 1:02:03, or a number.
    private static @Nullable Double clock(String field) {
        double sum = 0;
        for (String part : field.strip().split(":", -1)) {
            Double number = Numbers.read(part, false, false);
            if (number == null) {
                return null;
            }
            sum = sum * 60 + number;
        }
        return sum;
    }

    private @Nullable String field(CsvRecord row, Column column) {
        int place = columns.place(column);
        if (place < 0 || place >= row.getFieldCount()) {
            return null;
        }
        String field = row.getField(place);
        return field.isBlank() ? null : field.strip();
    }
}
