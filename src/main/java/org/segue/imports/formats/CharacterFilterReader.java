package org.segue.imports.formats;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Passes on some of the characters that it reads, perhaps changed; it never makes more of them. For one thread. */
abstract class CharacterFilterReader extends FilterReader {

    CharacterFilterReader(Reader in) {
        super(in);
    }

    /**
     * Moves the characters that are passed on to the front.
     *
     * @param offset of the first character that was read, and of the first that is passed on
     * @param count of the characters that were read, positive
     * @return number of the characters that are passed on
     */
    abstract int keep(char[] buffer, int offset, int count);

    @Override
    public final int read(char[] buffer, int offset, int length) throws IOException {
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
    public final int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }
}
