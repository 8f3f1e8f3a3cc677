package org.segue.imports;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.List;

/**
 * How a text file starts: what its format is recognised by.
 *
 * @param lines its first lines without line ends; the last may be cut off
 */
public record FileHead(List<String> lines) {

    private static final int CHARACTERS = 8192;

    /** Reads the start of a text. */
    static FileHead read(Reader reader) throws IOException {
        char[] start = new char[CHARACTERS];
        int size = 0;
        int count = 0;
        while (size < CHARACTERS && count >= 0) {
            size += count;
            count = reader.read(start, size, CHARACTERS - size);
        }
        return new FileHead(Arrays.asList(new String(start, 0, size).split("\\R", -1)));
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
}
