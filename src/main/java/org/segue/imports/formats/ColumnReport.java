package org.segue.imports.formats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.segue.imports.ColumnMeaning;
import org.segue.imports.ImportException;
import org.segue.imports.ImportOptions;
import org.segue.imports.ImportPhrase;
import org.segue.listens.Measure;

/** Tells people how the columns of a table are read, and what is missing. */
final class ColumnReport {

    /** Some names of columns of listeners, for people to read. */
    static final List<String> USERS = List.of("user_id", "user", "username", "listener", "playlist_id");

    /** Some names of columns of songs, for people to read. */
    static final List<String> SONG_IDS = List.of("song_id", "track_id", "item_id", "song", "track");

    /** So many columns that are not used are named. */
    private static final int MAX_NAMED = 20;

    private ColumnReport() {}

    /** What each column is read as, in their order. */
    static List<ColumnMeaning> meanings(TableColumns columns) {
        ColumnMeaning[] meanings = new ColumnMeaning[columns.count()];
        Arrays.fill(meanings, ColumnMeaning.IGNORE);
        for (ColumnMeaning meaning : ColumnMeaning.values()) {
            int place = meaning == ColumnMeaning.IGNORE ? -1 : columns.place(Column.valueOf(meaning.name()));
            if (place >= 0) {
                meanings[place] = meaning;
            }
        }
        if (columns.hasValue()) {
            boolean isPlays = columns.measure() == Measure.PLAYS;
            meanings[columns.value()] = isPlays ? ColumnMeaning.PLAYS : ColumnMeaning.RATING;
        }
        return List.of(meanings);
    }

    /** Names of the columns that are not used, in their order; of very many the first, and how many more there are. */
    static List<String> unused(TableColumns columns) {
        int[] unused = IntStream.range(0, columns.count())
                .filter(place -> !columns.places().get(place))
                .toArray();
        List<String> named = new ArrayList<>();
        IntStream.of(unused)
                .limit(MAX_NAMED)
                .forEach(place -> named.add('“' + Fields.shortened(shown(columns.header(), place)) + '”'));
        if (unused.length > MAX_NAMED) {
            named.add("%d more".formatted(unused.length - MAX_NAMED));
        }
        return named;
    }

    private static String shown(List<String> header, int place) {
        String name = header.get(place).strip();
        if (name.isEmpty()) {
            return "column %d, which has no name".formatted(place + 1);
        }
        String plain = Column.plain(name);
        boolean isOnly = header.stream()
                        .filter(other -> Column.plain(other).equals(plain))
                        .limit(2)
                        .count()
                == 1;
        return isOnly ? name : "%s, column %d".formatted(name, place + 1);
    }

    /** Says what is missing. */
    static void requireComplete(TableColumns columns, String file, ImportOptions options) {
        if (!columns.hasSong()) {
            throw new ImportException(ImportPhrase.NO_SONG_COLUMN.with(file, String.join(", ", SONG_IDS)));
        }
        if (!columns.hasUser() && options.user() == null) {
            throw new ImportException(ImportPhrase.NO_USER_COLUMN.with(file, String.join(", ", USERS)));
        }
        if (options.valueColumn() != null && !columns.hasValue()) {
            throw new ImportException(ImportPhrase.NO_COLUMN.with(file, options.valueColumn()));
        }
    }
}
