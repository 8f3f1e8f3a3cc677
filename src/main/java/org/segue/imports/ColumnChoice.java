package org.segue.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says that a column of a table holds. In a request it is written as the meaning, a colon and the column.
 *
 * @param meaning what the column holds
 * @param column its name in the header, or # and its number from 1 on
 */
public record ColumnChoice(ColumnMeaning meaning, String column) {

    /** A request says it of so many columns at most. */
    public static final int MAX_COLUMNS = 500;

    /** The longest text of one choice, in characters. */
    public static final int MAX_LENGTH = 500;

    /** So much of a name is shown. */
    private static final int SHOWN = 80;

    /**
     * Reads what a request says of columns.
     *
     * @throws ColumnsException if a meaning is none, or two columns have the same one
     */
    public static List<ColumnChoice> read(List<String> texts) {
        if (texts.size() > MAX_COLUMNS) {
            throw new ColumnsException(ImportPhrase.TOO_MANY_COLUMNS.with(texts.size(), MAX_COLUMNS));
        }
        List<ColumnChoice> choices = new ArrayList<>();
        texts.stream().filter(text -> !text.isBlank()).map(ColumnChoice::read).forEach(choices::add);
        requireOneEach(choices);
        return choices;
    }

    private static ColumnChoice read(String text) {
        int colon = text.indexOf(':');
        String column = text.substring(colon + 1).strip();
        ColumnMeaning meaning =
                colon < 0 ? null : ColumnMeaning.of(text.substring(0, colon)).orElse(null);
        if (meaning == null || column.isEmpty() || text.length() > MAX_LENGTH) {
            throw new ColumnsException(ImportPhrase.ODD_COLUMN.with(shown(text), words()));
        }
        return new ColumnChoice(meaning, column);
    }

    private static void requireOneEach(List<ColumnChoice> choices) {
        Map<ColumnMeaning, ColumnChoice> ofMeaning = new EnumMap<>(ColumnMeaning.class);
        Set<String> columns = new HashSet<>();
        for (ColumnChoice choice : choices) {
            if (!columns.add(choice.column())) {
                throw new ColumnsException(ImportPhrase.COLUMN_TWICE.with(shown(choice.column())));
            }
            ColumnChoice other =
                    choice.meaning() == ColumnMeaning.IGNORE ? null : ofMeaning.put(choice.meaning(), choice);
            if (other != null) {
                throw conflict(other, choice, ImportPhrase.BOTH_CHOSEN);
            }
        }
        ColumnChoice plays = ofMeaning.get(ColumnMeaning.PLAYS);
        ColumnChoice rating = ofMeaning.get(ColumnMeaning.RATING);
        if (plays != null && rating != null) {
            throw conflict(plays, rating, ImportPhrase.PLAYS_AND_RATING);
        }
    }

    private static ColumnsException conflict(ColumnChoice one, ColumnChoice other, ImportPhrase phrase) {
        return new ColumnsException(phrase.with(
                shown(one.column()), shown(other.column()), other.meaning().word()));
    }

    /** The words for meanings, for people to read. */
    public static String words() {
        return Arrays.stream(ColumnMeaning.values()).map(ColumnMeaning::word).collect(Collectors.joining(", "));
    }

    /** As a request writes it. */
    public String written() {
        return meaning.word() + ':' + column;
    }

    /** Position of the column in a header; null if it is not there. */
    public @Nullable Integer place(List<String> header) {
        for (int place = 0; place < header.size(); place++) {
            if (header.get(place).strip().equals(column)) {
                return place;
            }
        }
        return numbered(header.size());
    }

    private @Nullable Integer numbered(int columns) {
        if (!column.matches("#[1-9][0-9]{0,6}")) {
            return null;
        }
        int place = Integer.parseInt(column.substring(1)) - 1;
        return place < columns ? place : null;
    }

    static String shown(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
