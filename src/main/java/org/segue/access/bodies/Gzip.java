package org.segue.access.bodies;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Bodies that come packed: gzip, which says at its end how long what is in it is. */
final class Gzip {

    private static final int LENGTH_BYTES = 4;
    private static final int SHORTEST = 18;
    private static final int MAGIC = 0x1f8b;

    private Gzip() {}

    /** Whether a body is packed in this way. */
    static boolean isUsed(HttpServerRequest request) {
        String encoding = encoding(request);
        return encoding.equals("gzip") || encoding.equals("x-gzip");
    }

    /** How a body is packed, if in a way that nobody here unpacks; else null. */
    static @Nullable String unknown(HttpServerRequest request) {
        String encoding = encoding(request);
        return encoding.isEmpty() || encoding.equals("identity") || isUsed(request) ? null : encoding;
    }

    private static String encoding(HttpServerRequest request) {
        String header = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        return header == null ? "" : header.strip().toLowerCase(Locale.ROOT);
    }

    /** How long a body says that it is unpacked, which {@link #unpacked} holds it to; 0 if it is no gzip. */
    static long length(Buffer packed) {
        return packed.length() < SHORTEST || packed.getUnsignedShort(0) != MAGIC
                ? 0
                : packed.getUnsignedIntLE(packed.length() - LENGTH_BYTES);
    }

    /**
     * What is in a body. Takes a moment: not for event loops.
     *
     * @throws MalformedBodyException if it is no gzip, or longer than it says
     */
    static Buffer unpacked(Buffer packed) {
        int length = (int) length(packed);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.getBytes()))) {
            byte[] bytes = in.readNBytes(length);
            if (bytes.length == length && in.read() < 0) {
                return Buffer.buffer(bytes);
            }
        } catch (IOException e) {
            throw new MalformedBodyException("The body is not the gzip that its Content-Encoding says.");
        }
        throw new MalformedBodyException("The body is longer or shorter than its gzip says.");
    }
}
