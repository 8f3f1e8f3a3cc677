package org.segue.imports;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

/**
 * A file to import, plain or gzip.
 *
 * @param path where it is
 * @param name what its sender called it: for reports only, never used as a path
 * @param bytesRead is told of bytes read from disk, as they are read
 */
public record HistoryFile(Path path, String name, LongConsumer bytesRead) {

    private static final int BUFFER = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int GZIP_FIRST_BYTE = 0x1f;
    private static final int GZIP_SECOND_BYTE = 0x8b;

    /** A file whose progress nobody follows. */
    public static HistoryFile of(Path path, String name) {
        return new HistoryFile(path, name, bytes -> {});
    }

    /**
     * Its text from the start: UTF-8 without byte-order mark, no line longer than {@link LineLimitReader#LONGEST_LINE}
     * characters.
     */
    public Reader open() throws IOException {
        BufferedReader reader = new BufferedReader(
                new LineLimitReader(new InputStreamReader(unpacked(), StandardCharsets.UTF_8)), BUFFER);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    /** How it starts. */
    FileHead head() throws IOException {
        try (Reader reader = HistoryFile.of(path, name).open()) {
            return FileHead.read(reader);
        }
    }

    private InputStream unpacked() throws IOException {
        BufferedInputStream packed = new BufferedInputStream(new Counted(Files.newInputStream(path)), BUFFER);
        packed.mark(2);
        boolean gzip = packed.read() == GZIP_FIRST_BYTE && packed.read() == GZIP_SECOND_BYTE;
        packed.reset();
        return gzip ? new GZIPInputStream(packed, BUFFER) : packed;
    }

    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
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
}
