package org.segue.imports.formats;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Decodes UTF-7 (RFC 2152): {@code +ACM-} is a number sign. What only looks like it stays as it is. For one thread. */
final class Utf7Reader extends FilterReader {

    /** No honest name is longer. */
    private static final int MAX_SEQUENCE = 4000;

    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private String ready = "";
    private int position;
    private int ahead = -1;

    Utf7Reader(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        if (position < ready.length()) {
            return ready.charAt(position++);
        }
        int c = next();
        if (c != '+') {
            return c;
        }
        ready = sequence();
        position = 1;
        return ready.charAt(0);
    }

    private int next() throws IOException {
        int c = ahead >= 0 ? ahead : in.read();
        ahead = -1;
        return c;
    }

    private String sequence() throws IOException {
        StringBuilder digits = new StringBuilder();
        int c = next();
        while (c >= 0 && DIGITS.indexOf(c) >= 0 && digits.length() < MAX_SEQUENCE) {
            digits.append((char) c);
            c = next();
        }
        if (digits.length() == 0 && c == '-') {
            return "+";
        }
        String decoded = decoded(digits.toString());
        if (decoded.isEmpty() || c != '-') {
            ahead = c;
        }
        return decoded.isEmpty() ? "+" + digits : decoded;
    }

    private static String decoded(String digits) {
        int bits = digits.length() * 6;
        if (bits < 16 || bits % 16 >= 6) {
            return "";
        }
        byte[] bytes = Base64.getDecoder().decode(digits + "A".repeat((4 - digits.length() % 4) % 4));
        return new String(bytes, 0, bits / 16 * 2, StandardCharsets.UTF_16BE);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int c = read();
            if (c < 0) {
                return count == 0 ? -1 : count;
            }
            buffer[offset + count++] = (char) c;
        }
        return count;
    }
}
