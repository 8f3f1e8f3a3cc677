package org.segue.imports.formats;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** How a file's characters are written. */
enum TextEncoding {
    /** What everything should be. */
    UTF_8("UTF-8", StandardCharsets.UTF_8),
    /** Windows' own of old, little endian. */
    UTF_16LE("UTF-16", StandardCharsets.UTF_16LE),
    /** The same with the higher byte first. */
    UTF_16BE("UTF-16", StandardCharsets.UTF_16BE),
    /** What old programs write in western Europe. */
    WINDOWS_1252("windows-1252", Charset.forName("windows-1252")),
    /** What passes through old mail, and Libre.fm's exports. */
    UTF_7("UTF-7", StandardCharsets.UTF_8);

    /** What a number sign is in UTF-7, with which exports in it begin. */
    private static final String UTF_7_START = "+ACM-";

    /** So few bytes are a header, most likely in letters of ASCII. */
    private static final int START = 64;

    private static final long EIGHT_TOP_BITS = 0x8080808080808080L;

    private final String label;
    private final Charset charset;

    TextEncoding(String label, Charset charset) {
        this.label = label;
        this.charset = charset;
    }

    /** What it is called. */
    String label() {
        return label;
    }

    /** Characters of bytes; what is none comes out as {@link HistoryFile#NOT_TEXT}. */
    Reader reader(InputStream bytes) {
        Reader characters = reader(bytes, charset);
        return this == UTF_7 ? new Utf7Reader(characters) : characters;
    }

    /** The same of a charset. */
    static Reader reader(InputStream bytes, Charset charset) {
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(String.valueOf(HistoryFile.NOT_TEXT)));
    }

    /** How a file with such first bytes is written if that shows at once, by a mark or otherwise; else UTF-8. */
    static TextEncoding ofStart(byte[] bytes, int count) {
        int mark = count < 2 ? 0 : (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        if (mark == 0xFEFF || mark == 0xFFFE) {
            return mark == 0xFEFF ? UTF_16BE : UTF_16LE;
        }
        String start = new String(bytes, 0, Math.min(count, UTF_7_START.length()), StandardCharsets.US_ASCII);
        return start.equals(UTF_7_START) ? UTF_7 : withoutMark(bytes, Math.min(count, START));
    }

    // Of the two bytes of a letter of ASCII one is 0.
    private static TextEncoding withoutMark(byte[] bytes, int count) {
        int[] zeros = new int[2];
        for (int i = 0; i < count; i++) {
            zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
        }
        int many = count / 6;
        int few = count / 20;
        if (count < 8 || Math.max(zeros[0], zeros[1]) < many || Math.min(zeros[0], zeros[1]) > few) {
            return UTF_8;
        }
        return zeros[0] > zeros[1] ? UTF_16BE : UTF_16LE;
    }

    /** Whether bytes have something that is no ASCII. */
    static boolean isBeyondAscii(byte[] bytes, int from, int to) {
        ByteBuffer rest = ByteBuffer.wrap(bytes, from, to - from);
        while (rest.remaining() >= Long.BYTES) {
            if ((rest.getLong() & EIGHT_TOP_BITS) != 0) {
                return true;
            }
        }
        while (rest.hasRemaining()) {
            if (rest.get() < 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * How bytes beyond ASCII are written: in UTF-8, unless more of them is none than is. A character that is cut off at
     * the end does not count.
     */
    static TextEncoding ofBytes(byte[] bytes, int from, int to) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
        CharBuffer out = CharBuffer.allocate(to - from + 1);
        int malformed = 0;
        CoderResult result = decoder.decode(in, out, false);
        while (result.isError()) {
            malformed++;
            in.position(in.position() + result.length());
            result = decoder.decode(in, out, false);
        }
        int good = 0;
        for (int i = 0; i < out.position(); i++) {
            good += out.get(i) > 0x7f ? 1 : 0;
        }
        return malformed <= good ? UTF_8 : WINDOWS_1252;
    }
}
