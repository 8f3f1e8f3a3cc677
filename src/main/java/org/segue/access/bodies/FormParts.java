package org.segue.access.bodies;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.common.headers.HeaderUtil;
import org.jboss.resteasy.reactive.common.util.CaseInsensitiveMap;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser;
import org.jspecify.annotations.Nullable;

/** A form of several parts. Files go to disk; fields, which are small and few, stay in memory. */
final class FormParts implements BodyParts, MultipartParser.PartHandler {

    /** A part of this name must be a file. */
    static final String FILE = "file";

    private static final int MAX_PARTS = 1000;
    private static final int MAX_FIELD_BYTES = 8 << 10;
    private static final int MAX_HEADER_BYTES = 64 << 10;

    private final IncomingFiles files;
    private final MultipartParser.ParseState parser;
    private final Map<String, String> fields = new HashMap<>();
    private Buffer text = Buffer.buffer();
    private @Nullable String field;
    private @Nullable IncomingFile file;
    private int parts;
    private int headerBytes;

    /** @throws MalformedBodyException if the content type does not say what stands between the parts */
    FormParts(HttpServerRequest request, IncomingFiles files) {
        String boundary = boundary(request.getHeader(HttpHeaders.CONTENT_TYPE));
        if (boundary == null || boundary.isEmpty()) {
            throw new MalformedBodyException("The Content-Type of a form must name its boundary.");
        }
        this.files = files;
        this.parser = MultipartParser.beginParse(
                this, boundary.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8.name());
    }

    // The reader of headers reads beyond the end of one that ends behind the "=".
    private static @Nullable String boundary(String contentType) {
        try {
            return HeaderUtil.extractQuotedValueFromHeader(contentType, "boundary");
        } catch (IndexOutOfBoundsException e) {
            return null;
        }
    }

    @Override
    public void take(Buffer piece) {
        headerBytes += piece.length();
        try {
            parser.parse(ByteBuffer.wrap(piece.getBytes()));
        } catch (MalformedBodyException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new MalformedBodyException("The body is not the form that its Content-Type says.");
        }
        if (!parser.isComplete() && headerBytes > MAX_HEADER_BYTES) {
            throw new MalformedBodyException(
                    "The body is not the form that its Content-Type says: no part begins where one should.");
        }
    }

    @Override
    public void beginPart(CaseInsensitiveMap<String> headers) {
        headerBytes = 0;
        String disposition = headers.getFirst("Content-Disposition");
        String name = disposition == null ? null : HeaderUtil.extractQuotedValueFromHeader(disposition, "name");
        if (name == null) {
            throw new MalformedBodyException("Every part of the form must have a name, in its Content-Disposition.");
        }
        if (++parts > MAX_PARTS) {
            throw new MalformedBodyException("The form may have at most %d parts.".formatted(MAX_PARTS));
        }
        String fileName = HeaderUtil.extractQuotedValueFromHeaderWithEncoding(disposition, "filename");
        if (fileName != null) {
            file = files.begin(name, fileName);
        } else if (name.equals(FILE)) {
            throw new MalformedBodyException(
                    "The part file must be a file: its Content-Disposition has no filename, not even an empty one.");
        } else {
            field = name;
        }
    }

    @Override
    public void data(ByteBuffer bytes) {
        headerBytes = 0;
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        if (file != null) {
            file.write(copy);
        } else if (text.length() + copy.length > MAX_FIELD_BYTES) {
            throw new MalformedBodyException(
                    "The field %s may have at most %d bytes.".formatted(field, MAX_FIELD_BYTES));
        } else {
            text.appendBytes(copy);
        }
    }

    @Override
    public void endPart() {
        if (file != null) {
            file.end();
        } else if (field != null) {
            fields.putIfAbsent(field, text.toString(StandardCharsets.UTF_8));
        }
        file = null;
        field = null;
        text = Buffer.buffer();
    }

    @Override
    public Map<String, String> end() {
        if (!parser.isComplete()) {
            throw new MalformedBodyException("The form ends too early: its last boundary is missing.");
        }
        return Map.copyOf(fields);
    }
}
