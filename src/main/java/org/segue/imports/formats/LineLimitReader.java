package org.segue.imports.formats;

import java.io.Reader;

/**
 * Cuts lines that nobody means: what is read never holds more of a line than a bound, however long the line is. The code
 * point that no text has, U+FFFF, is replaced, so that {@link Delimited} can count on it.
 */
final class LineLimitReader extends CharacterFilterReader {

    /** Characters of a line that are passed on; the longest honest rows have some thousands. */
    static final int MAX_LINE_LENGTH = 100_000;

    private static final char NO_CHARACTER = '\uFFFF';
    private static final char REPLACEMENT = '\uFFFD';

    private int inLine;

    LineLimitReader(Reader in) {
        super(in);
    }

    @Override
    int keep(char[] buffer, int offset, int count) {
        int kept = offset;
        for (int i = offset; i < offset + count; i++) {
            char c = buffer[i];
            // Never counts on: of more than 2^31 characters an int would begin again.
            inLine = c == '\n' || c == '\r' ? 0 : Math.min(inLine, MAX_LINE_LENGTH) + 1;
            if (inLine <= MAX_LINE_LENGTH) {
                buffer[kept++] = c == NO_CHARACTER ? REPLACEMENT : c;
            }
        }
        return kept - offset;
    }
}
