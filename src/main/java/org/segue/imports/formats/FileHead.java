package org.segue.imports.formats;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How a text file starts: what its format is recognized by.
 *
 * @param lines its first lines without line ends; the last may be cut off
 * @param jsonNames names of the properties in the text, if it is JSON; empty if it is not
 * @param tables names of the tables, if it is no text but a database; empty if it is not
 * @param chosen what is said of columns, if it is a table
 */
public record FileHead(List<String> lines, Set<String> jsonNames, Set<String> tables, ChosenColumns chosen) {

    /** Of a database. */
    static FileHead ofTables(Set<String> tables) {
        return new FileHead(List.of("a database of SQLite's"), Set.of(), tables, ChosenColumns.NONE);
    }

    /** So much of a file is looked at: a first entry of a history with everything that programs put into one. */
    static final int BYTES = 32_768;

    /** Reads the start of a text. */
    static FileHead read(Reader reader) throws IOException {
        return read(reader, ChosenColumns.NONE);
    }

    /** Reads the start of a text, of whose columns something is said. */
    static FileHead read(Reader reader, ChosenColumns chosen) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] part = new char[8192];
        for (int count = reader.read(part); count >= 0; count = reader.read(part)) {
            text.append(part, 0, count);
        }
        String start = text.toString();
        return new FileHead(Arrays.asList(start.split("\\R", -1)), jsonNames(start.strip()), Set.of(), chosen);
    }

    /** The first line, empty if there is none. */
    String firstLine() {
        return lines.get(0);
    }

    /** The names in the first line, if it is a header: lower case, split at a separator. */
    List<String> names(char separator) {
        return Arrays.stream(firstLine().split(java.util.regex.Pattern.quote(String.valueOf(separator)), -1))
                .map(Delimited::columnName)
                .toList();
    }

    /** Whether it is JSON that has all of some properties. */
    boolean hasJson(String... names) {
        return jsonNames.containsAll(Arrays.asList(names));
    }

    private static Set<String> jsonNames(String text) {
        Set<String> names = new HashSet<>();
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return names;
        }
        if (!addJsonNames(text, names)) {
            // One broken line is no reason not to know the others.
            text.lines().forEach(line -> addJsonNames(line, names));
        }
        return names;
    }

    private static boolean addJsonNames(String text, Set<String> names) {
        try (JsonParser parser = JsonEntries.parser(new StringReader(text))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    names.add(parser.currentName());
                }
            }
            return true;
        } catch (JsonEOFException e) {
            // Cut off where the head ends: what was there so far counts.
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
