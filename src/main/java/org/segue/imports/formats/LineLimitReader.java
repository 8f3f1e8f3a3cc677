package org.segue.imports.formats;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Cuts lines that nobody means: what is read never holds more of a line than a bound, however long the line is. The code
 * point that no text has, U+FFFF, is replaced, so that {@link Delimited} can count on it.
 */
final class LineLimitReader extends FilterReader {

    /** Characters of a line that are passed on; the longest honest rows have some thousands. */
    static final int MAX_LINE_LENGTH = 100_000;

    private static final char NO_CHARACTER = '\uFFFF';
    private static final char REPLACEMENT = '\uFFFD';

    private int inLine;

    LineLimitReader(Reader in) {
        super(in);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int kept = 0;
        while (kept == 0) {
            int count = in.read(buffer, offset, length);
            if (count < 0) {
                return -1;
            }
            kept = keep(buffer, offset, count);
        }
        return kept;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    private int keep(char[] buffer, int offset, int count) {
        int kept = offset;
        for (int i = offset; i < offset + count; i++) {
            char c = buffer[i];
            inLine = c == '\n' || c == '\r' ? 0 : inLine + 1;
            if (inLine <= MAX_LINE_LENGTH) {
                buffer[kept++] = c == NO_CHARACTER ? REPLACEMENT : c;
            }
        }
        return kept - offset;
    }
}
