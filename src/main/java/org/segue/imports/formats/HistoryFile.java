package org.segue.imports.formats;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A text to import, unpacked as it is read. Its start can be looked at before it is read, once. For one thread.
 *
 * <p>The text is UTF-8, or UTF-16 with a byte-order mark. Bytes that are neither come out as {@link #NOT_TEXT}.
 */
public final class HistoryFile {

    /** A code point that no text has, in place of what is not UTF-8: a field that has it is refused. */
    public static final char NOT_TEXT = '\uFFFE';

    private static final int BUFFER = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** How the bytes are got at. */
    @FunctionalInterface
    public interface Opening {
        /** From the first. */
        InputStream open() throws IOException;
    }

    private final String name;
    private final Opening opening;
    private @Nullable BufferedInputStream bytes;
    private @Nullable FileHead head;

    public HistoryFile(String name, Opening opening) {
        this.name = name;
        this.opening = opening;
    }

    /** A file on disk, plain or compressed, no archive. */
    public static HistoryFile of(Path path, String name) {
        return new HistoryFile(name, () -> Compression.unpacked(Files.newInputStream(path), name));
    }

    /** What its sender called it: for reports only, never used as a path. */
    public String name() {
        return name;
    }

    /** Its text from the start, no line longer than {@link LineLimitReader#MAX_LINE_LENGTH} characters. */
    public BufferedReader open() throws IOException {
        return new BufferedReader(new LineLimitReader(text(bytes())), BUFFER);
    }

    /** The same as JSON: no string longer than {@link StringLimitReader#MAX_STRING_LENGTH} characters. */
    Reader openJson() throws IOException {
        return new BufferedReader(new StringLimitReader(text(bytes())), BUFFER);
    }

    /** How it starts. */
    FileHead head() throws IOException {
        if (head == null) {
            BufferedInputStream in = bytes();
            in.mark(BUFFER);
            byte[] start = in.readNBytes(FileHead.BYTES);
            in.reset();
            head = FileHead.read(new LineLimitReader(text(new java.io.ByteArrayInputStream(start))));
        }
        return head;
    }

    private BufferedInputStream bytes() throws IOException {
        if (bytes == null) {
            bytes = new BufferedInputStream(opening.open(), BUFFER);
        }
        return bytes;
    }

    /** Frees what reading it holds. */
    void close() throws IOException {
        if (bytes != null) {
            bytes.close();
        }
    }

    private static Reader text(InputStream in) throws IOException {
        BufferedInputStream marked =
                in instanceof BufferedInputStream buffered ? buffered : new BufferedInputStream(in);
        marked.mark(2);
        int mark = marked.read() << 8 | marked.read();
        marked.reset();
        Charset charset = mark == 0xFEFF || mark == 0xFFFE ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        BufferedReader text = new BufferedReader(new InputStreamReader(
                marked,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(String.valueOf(NOT_TEXT))));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }
}
