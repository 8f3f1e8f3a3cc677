package org.segue.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells of bytes read from disk. */
final class CountedStream extends FilterInputStream {
    private final LongConsumer bytesRead;

    CountedStream(InputStream in, LongConsumer bytesRead) {
        super(in);
        this.bytesRead = bytesRead;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            bytesRead.accept(count);
        }
        return count;
    }
}
