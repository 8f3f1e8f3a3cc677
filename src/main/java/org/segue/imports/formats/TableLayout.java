package org.segue.imports.formats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segue.imports.formats.Delimited.Dialect;

/**
 * How a table is written: what stands above its header, what is between its fields, and whether they are quoted.
 *
 * @param separator between fields
 * @param headerLine lines above the header
 * @param header names of the columns, as they are written
 * @param chosen what is said of them
 */
record TableLayout(char separator, int headerLine, List<String> header, ChosenColumns.OfTable chosen) {

    /** So many lines may stand above a header. */
    private static final int MAX_LINES_ABOVE = 50;

    private static final List<String> COMMENTS = List.of("#", "//", "%", "--", "\"#");
    private static final List<Character> SEPARATORS = List.of('\t', ';', ',', '|');

    /** A spreadsheet's own first line: what is between fields. */
    private static final String SEPARATOR_LINE = "sep=";

    /** The layout of a table that starts so; empty if it has no header that names songs. */
    static Optional<TableLayout> find(FileHead head) {
        Character told = null;
        TableLayout inComment = null;
        boolean isFirst = true;
        for (int line = 0; line < Math.min(head.lines().size(), MAX_LINES_ABOVE); line++) {
            String text = head.lines().get(line);
            if (isFirst && isOtherText(text)) {
                return Optional.empty();
            }
            Character tells = separatorLine(text);
            boolean isComment = isComment(text);
            TableLayout found =
                    tells != null ? null : at(line, isComment ? uncommented(text) : text, told, head.chosen());
            found = found != null && !isFirst && found.header().size() == 1 ? null : found;
            isFirst &= text.isBlank() || tells != null || isComment;
            if (found != null && !isComment) {
                return Optional.of(found);
            }
            inComment = found == null ? inComment : found;
            told = tells == null ? told : tells;
            if (tells == null && !isComment && !isAbove(text, told)) {
                break;
            }
        }
        return Optional.ofNullable(inComment);
    }

    /** The layout of a text that looks like a table, whatever its columns are called; empty if it looks like none. */
    static Optional<TableLayout> likely(FileHead head) {
        Character told = null;
        for (int line = 0; line < Math.min(head.lines().size() - 1, MAX_LINES_ABOVE); line++) {
            String text = head.lines().get(line);
            if (isOtherText(text)) {
                return Optional.empty();
            }
            Character tells = separatorLine(text);
            told = tells == null ? told : tells;
            if (tells == null && !isComment(text) && !hasOneField(text, told)) {
                return likely(head, line, told);
            }
        }
        return Optional.empty();
    }

    private static boolean hasOneField(String line, @Nullable Character told) {
        return (told == null ? SEPARATORS : List.of(told))
                .stream()
                        .allMatch(separator -> fields(line, separator).stream()
                                        .filter(field -> !field.isBlank())
                                        .count()
                                <= 1);
    }

    private static Optional<TableLayout> likely(FileHead head, int line, @Nullable Character told) {
        return (told == null ? SEPARATORS : List.of(told))
                .stream()
                        .map(separator ->
                                of(separator, line, fields(head.lines().get(line), separator), head.chosen()))
                        .filter(layout -> layout.header().size() > 1 && layout.isFollowedByRows(head))
                        .max(Comparator.comparingInt(layout -> layout.header().size()));
    }

    private boolean isFollowedByRows(FileHead head) {
        List<List<String>> rows = firstRows(head, 2);
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.size() == header.size());
    }

    /** The first rows below the header, as far as each stands on a line of its own. */
    List<List<String>> firstRows(FileHead head, int most) {
        return head.lines().stream()
                .skip(headerLine + 1L)
                .filter(line -> !line.isBlank())
                .limit(most)
                .map(line -> fields(line, separator))
                .toList();
    }

    private static @Nullable Character separatorLine(String line) {
        String text = line.strip().replace("\"", "");
        boolean isOne = text.regionMatches(true, 0, SEPARATOR_LINE, 0, SEPARATOR_LINE.length());
        if (!isOne || text.length() > SEPARATOR_LINE.length() + 1) {
            return null;
        }
        // A tab behind it is stripped as a blank.
        return text.length() == SEPARATOR_LINE.length() ? '\t' : text.charAt(SEPARATOR_LINE.length());
    }

    // JSON and XML have words for songs on lines of their own.
    private static boolean isOtherText(String line) {
        String text = line.strip();
        return text.startsWith("{") || text.startsWith("[") || text.startsWith("<");
    }

    private static boolean isComment(String line) {
        String text = line.strip();
        return COMMENTS.stream().anyMatch(text::startsWith);
    }

    private static String uncommented(String line) {
        return line.strip().replaceFirst("^[\"#/%-]+\\s*", "");
    }

    // A title over the table stands in one of its cells.
    private static boolean isAbove(String line, @Nullable Character told) {
        return (told == null ? SEPARATORS : List.of(told))
                .stream()
                        .anyMatch(separator -> fields(line, separator).stream()
                                        .filter(field -> !field.isBlank())
                                        .count()
                                <= 1);
    }

    private static @Nullable TableLayout at(int line, String text, @Nullable Character told, ChosenColumns chosen) {
        if (text.isBlank()) {
            return null;
        }
        return (told == null ? SEPARATORS : List.of(told))
                .stream()
                        .map(separator -> of(separator, line, fields(text, separator), chosen))
                        .filter(layout -> layout.columns().hasSong())
                        .max(Comparator.comparingInt(layout -> layout.columns().used()))
                        .orElse(null);
    }

    /** That of a table whose columns are known. */
    static TableLayout of(char separator, int line, List<String> header) {
        return of(separator, line, header, ChosenColumns.NONE);
    }

    private static TableLayout of(char separator, int line, List<String> header, ChosenColumns chosen) {
        return new TableLayout(separator, line, header, chosen.of(header));
    }

    /** Which of its columns holds what. */
    TableColumns columns() {
        return TableColumns.of(header, chosen);
    }

    /** How its records are read, which begin behind the header. */
    Dialect dialect(FileHead head) {
        return new Dialect(separator, separator != '\t' || hasQuotes(head), headerLine + 1);
    }

    // Programs that write tabs mostly do not quote: a title may begin and end with a quote. Those that do quote the
    // header too, or all texts of a row, or double the quotes inside.
    private boolean hasQuotes(FileHead head) {
        List<String> lines = head.lines();
        String names = lines.get(headerLine).strip();
        if (names.length() > 1
                && names.startsWith("\"")
                && raw(names, '\t').stream().allMatch(TableLayout::isQuoted)) {
            return true;
        }
        List<String> rows = lines.subList(headerLine + 1, Math.max(headerLine + 1, lines.size()));
        // The last one may be cut off.
        rows = rows.subList(0, rows.size() > 1 ? rows.size() - 1 : rows.size());
        return quotes(rows);
    }

    private boolean quotes(List<String> rows) {
        return rows.stream().anyMatch(row -> hasDoubledQuotes(row) || hasQuotedSeparator(row))
                || allTextsAreQuoted(rows);
    }

    private static boolean hasDoubledQuotes(String row) {
        return raw(row, '\t').stream()
                .anyMatch(field -> isQuoted(field) && Delimited.unquoted(field).indexOf('"') >= 0);
    }

    private boolean hasQuotedSeparator(String row) {
        return raw(row, '\t').size() > header.size() && fields(row, '\t').size() == header.size();
    }

    private boolean allTextsAreQuoted(List<String> rows) {
        TableColumns columns = columns();
        int artist = columns.place(Column.ARTIST);
        int title = columns.place(Column.TITLE);
        List<List<String>> written = rows.stream()
                .filter(row -> !row.isBlank())
                .map(row -> raw(row, '\t'))
                .filter(fields -> fields.size() > Math.max(artist, title))
                .toList();
        return artist >= 0
                && title >= 0
                && !written.isEmpty()
                && written.stream().allMatch(fields -> isQuoted(fields.get(artist)) && isQuoted(fields.get(title)));
    }

    private static boolean isQuoted(String field) {
        return field.length() > 1 && !Objects.equals(Delimited.unquoted(field), field);
    }

    private static List<String> raw(String line, char separator) {
        return List.of(line.split(java.util.regex.Pattern.quote(String.valueOf(separator)), -1));
    }

    /** The fields of a line that is a record, without their quotes. */
    static List<String> fields(String line, char separator) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean inQuotes = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && (inQuotes || field.toString().isBlank())) {
                boolean isDoubled = inQuotes && i + 1 < line.length() && line.charAt(i + 1) == '"';
                inQuotes = isDoubled || !inQuotes;
                i += isDoubled ? 1 : 0;
                field.append(isDoubled ? "\"" : "");
            } else if (c == separator && !inQuotes) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
