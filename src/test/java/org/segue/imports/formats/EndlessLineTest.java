package org.segue.imports.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Lines and strings of more characters than an int counts: a few kilobytes, compressed, hold one. */
class EndlessLineTest {

    private static final long MORE_THAN_AN_INT_COUNTS = (1L << 31) + (1 << 20);

    @Test
    void readLine_ofMoreThanTwoToThe31Characters_isCutOnce() throws IOException {
        assertThat(passedOn(new LineLimitReader(new Endless()))).isEqualTo(LineLimitReader.MAX_LINE_LENGTH);
    }

    @Test
    void readString_ofMoreThanTwoToThe31Characters_isCutOnce() throws IOException {
        assertThat(passedOn(new StringLimitReader(new Endless())))
                .as("a quote, and the string")
                .isEqualTo(1 + StringLimitReader.MAX_STRING_LENGTH);
    }

    private static long passedOn(Reader reader) throws IOException {
        char[] buffer = new char[1 << 16];
        long passedOn = 0;
        for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
            passedOn += count;
        }
        return passedOn;
    }

    /** A quote and so many other characters, without an end of line. */
    private static final class Endless extends Reader {
        private long left = MORE_THAN_AN_INT_COUNTS;

        @Override
        public int read(char[] buffer, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            int count = (int) Math.min(length, left);
            Arrays.fill(buffer, offset, offset + count, 'a');
            if (left == MORE_THAN_AN_INT_COUNTS) {
                buffer[offset] = '"';
            }
            left -= count;
            return count;
        }

        @Override
        public void close() {}
    }
}
