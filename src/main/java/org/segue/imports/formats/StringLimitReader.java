package org.segue.imports.formats;

import java.io.Reader;

/**
 * Cuts the strings of JSON that nobody means: what is read never holds more of a string than a bound, however long the string
 * is. What JSON forbids inside a string and programs write nevertheless, line breaks and NUL, becomes a space. Safe for an
 * escape at the bound: it is kept or dropped whole.
 */
final class StringLimitReader extends CharacterFilterReader {

    /** Characters of a string that are passed on; no honest name has so many. */
    static final int MAX_STRING_LENGTH = 20_000;

    private boolean inString;
    private int length;
    /** Characters of an escape that are still to come: backslash, letter, and four digits behind a u. */
    private int escape;

    private boolean escapeBegins;
    private boolean escapeIsKept;

    StringLimitReader(Reader in) {
        super(in);
    }

    @Override
    int keep(char[] buffer, int offset, int count) {
        int kept = offset;
        for (int i = offset; i < offset + count; i++) {
            char c = buffer[i];
            if (isKept(c)) {
                buffer[kept++] = inString && c < ' ' ? ' ' : c;
            }
        }
        return kept - offset;
    }

    private boolean isKept(char c) {
        if (!inString) {
            inString = c == '"';
            length = 0;
            return true;
        }
        if (escape > 0) {
            return isKeptOfEscape(c);
        }
        if (c == '"') {
            inString = false;
            return true;
        }
        boolean isKept = length < MAX_STRING_LENGTH;
        // Never counts on: of more than 2^31 characters an int would begin again.
        length += isKept ? 1 : 0;
        if (c == '\\') {
            escape = 1;
            escapeBegins = true;
            escapeIsKept = isKept;
        }
        return isKept;
    }

    private boolean isKeptOfEscape(char c) {
        escape--;
        if (escapeBegins && c == 'u') {
            escape = 4;
        }
        escapeBegins = false;
        return escapeIsKept;
    }
}
