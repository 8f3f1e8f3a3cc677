package org.segue.imports.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a file that does not say how they are written: that shows at its start, or where the first comes that is no
 * ASCII. A byte-order mark is passed over. For one thread.
 */
final class EncodedText extends Reader {

    private static final int BLOCK = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream bytes;
    private final @Nullable Charset expected;
    private final Consumer<TextEncoding> told;
    private final byte[] block = new byte[BLOCK];
    private int position;
    private int limit;
    private boolean isStart = true;
    private @Nullable Reader decided;

    /**
     * Nothing read yet.
     *
     * @param bytes of the file
     * @param expected of a file that is neither UTF-8 nor UTF-16, null for windows-1252
     * @param told takes how its characters are written, as soon as that is known; never if it is all ASCII
     */
    EncodedText(InputStream bytes, @Nullable Charset expected, Consumer<TextEncoding> told) {
        this.bytes = bytes;
        this.expected = expected;
        this.told = told;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (decided == null && position == limit && !fill()) {
            return -1;
        }
        return decided != null ? decided.read(buffer, offset, length) : copy(buffer, offset, length);
    }

    private int copy(char[] buffer, int offset, int length) {
        int count = Math.min(length, limit - position);
        // Nothing copies many of them faster.
        new String(block, position, count, StandardCharsets.ISO_8859_1).getChars(0, count, buffer, offset);
        position += count;
        return count;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = bytes.readNBytes(block, 0, BLOCK);
        TextEncoding atStart = isStart ? TextEncoding.ofStart(block, limit) : TextEncoding.UTF_8;
        isStart = false;
        if (atStart != TextEncoding.UTF_8) {
            decide(atStart);
        } else if (TextEncoding.isBeyondAscii(block, 0, limit)) {
            decide(TextEncoding.ofBytes(block, 0, limit));
        }
        return limit > 0;
    }

    private void decide(TextEncoding encoding) throws IOException {
        told.accept(encoding);
        InputStream all = new SequenceInputStream(new ByteArrayInputStream(block, 0, limit), bytes);
        Reader text = encoding == TextEncoding.WINDOWS_1252 && expected != null
                ? TextEncoding.reader(all, expected)
                : encoding.reader(all);
        Reader marked = new java.io.BufferedReader(text, BLOCK);
        marked.mark(1);
        if (marked.read() != BYTE_ORDER_MARK) {
            marked.reset();
        }
        decided = marked;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
