package org.segue.imports.formats;

import java.io.IOException;
import java.io.Reader;

/** Refuses XML in which what stands between two angle brackets is longer than anything honest: parsers keep it whole. */
final class TagLimitReader extends Reader {

    /** Characters; the longest that is honest is a cover, as text, in a property list. */
    static final int MAX_LENGTH = 4 << 20;

    private final Reader in;
    private int sinceBracket;

    TagLimitReader(Reader in) {
        this.in = in;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        for (int i = offset; i < offset + count; i++) {
            sinceBracket = buffer[i] == '<' || buffer[i] == '>' ? 0 : sinceBracket + 1;
            if (sinceBracket > MAX_LENGTH) {
                throw new IOException("a tag or text has more than %d characters".formatted(MAX_LENGTH));
            }
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
