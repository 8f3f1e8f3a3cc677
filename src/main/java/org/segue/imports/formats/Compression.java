package org.segue.imports.formats;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.segue.imports.ImportException;
import org.segue.imports.ImportPhrase;

/** Streams that may be gzip or Zstandard. */
public final class Compression {

    private static final int BUFFER = 1 << 16;
    private static final int GZIP = 0x1f8b;
    private static final long ZSTD = 0x28b52ffdL;

    private Compression() {}

    /**
     * The same stream, unpacked if it is packed.
     *
     * @throws ImportException if it starts like something packed that cannot be unpacked
     */
    public static BufferedInputStream unpacked(InputStream in, String name) throws IOException {
        BufferedInputStream packed = buffered(in);
        byte[] start = peek(packed, 4);
        if (start.length >= 2 && number(start, 2) == GZIP) {
            return buffered(gzip(packed, name));
        }
        if (start.length == 4 && number(start, 4) == ZSTD) {
            return buffered(new Zstandard(packed));
        }
        return packed;
    }

    /** The first bytes of a stream, which stay unread. */
    public static byte[] peek(BufferedInputStream in, int count) throws IOException {
        in.mark(count);
        byte[] start = in.readNBytes(count);
        in.reset();
        return start;
    }

    /** The number that the first bytes make, the highest first. */
    public static long number(byte[] bytes, int count) {
        long number = 0;
        for (int i = 0; i < count; i++) {
            number = number << 8 | (bytes[i] & 0xff);
        }
        return number;
    }

    private static BufferedInputStream buffered(InputStream in) {
        return in instanceof BufferedInputStream buffered ? buffered : new BufferedInputStream(in, BUFFER);
    }

    private static InputStream gzip(InputStream packed, String name) throws IOException {
        try {
            return new GZIPInputStream(packed, BUFFER);
        } catch (ZipException e) {
            throw new ImportException(ImportPhrase.DAMAGED_GZIP.with(name, e.getMessage()));
        }
    }

    // The decoder throws unchecked exceptions at damaged data, whatever its arithmetic comes across.
    private static final class Zstandard extends FilterInputStream {

        /** What the decoder says of a file that ends too early. */
        private static final String CUT_OFF = "Not enough input bytes";

        Zstandard(InputStream packed) {
            super(new ZstdInputStream(packed));
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return in.read(buffer, offset, length);
            } catch (IOException e) {
                if (CUT_OFF.equals(e.getMessage())) {
                    throw (IOException) new EOFException(CUT_OFF).initCause(e);
                }
                throw e;
            } catch (RuntimeException e) {
                throw new IOException("it is damaged Zstandard, or packed with a window above 8 MB", e);
            }
        }
    }
}
