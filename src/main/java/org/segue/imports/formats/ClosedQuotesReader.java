package org.segue.imports.formats;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds back lines with a quote that is opened and not closed: a parser would take all that follows for one field, and so
 * lose every row behind one bad row. An empty line stands in for such a line, so that numbers of lines stay right. For one
 * thread.
 */
final class ClosedQuotesReader extends Reader {

    /** A field of more lines than this is one whose quote was never closed. */
    static final int MAX_LINES = 20;

    /** Nor has a field more characters than this. */
    private static final int MAX_CHARACTERS = 500_000;

    private final BufferedReader lines;
    private final char separator;
    private final LongConsumer unclosed;
    private final Deque<String> ahead = new ArrayDeque<>();
    /** What is passed on now; a line break follows. */
    private String text = "";

    private int position = 1;
    private long line;

    /**
     * A filter.
     *
     * @param text what is filtered; it is closed with this reader
     * @param separator between fields
     * @param unclosed is told the numbers of the lines that are held back, from 1
     */
    ClosedQuotesReader(Reader text, char separator, LongConsumer unclosed) {
        this.lines = text instanceof BufferedReader buffered ? buffered : new BufferedReader(text);
        this.separator = separator;
        this.unclosed = unclosed;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (position > text.length() && !readRecord()) {
            return -1;
        }
        int count = copy(buffer, offset, length);
        while (count < length && readPlainLine()) {
            count += copy(buffer, offset + count, length - count);
        }
        return count;
    }

    private int copy(char[] buffer, int offset, int length) {
        int count = Math.min(length, text.length() - position);
        text.getChars(position, position + count, buffer, offset);
        position += count;
        if (count < length) {
            buffer[offset + count] = '\n';
            position++;
            count++;
        }
        return count;
    }

    private boolean readPlainLine() throws IOException {
        String next = nextLine();
        if (next != null && next.indexOf('"') >= 0) {
            ahead.addFirst(next);
            line--;
            return false;
        }
        text = next == null ? text : next;
        position = next == null ? position : 0;
        return next != null;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private boolean readRecord() throws IOException {
        String first = nextLine();
        if (first == null) {
            return false;
        }
        text = first.indexOf('"') >= 0 && isOpenAfter(first, false) ? closed(first) : first;
        position = 0;
        return true;
    }

    private String closed(String first) throws IOException {
        StringBuilder record = new StringBuilder(first);
        Deque<String> taken = new ArrayDeque<>();
        boolean open = true;
        while (open && taken.size() < MAX_LINES && record.length() < MAX_CHARACTERS) {
            String next = nextLine();
            if (next == null) {
                break;
            }
            taken.add(next);
            if (hasStrayQuote(next)) {
                break;
            }
            record.append('\n').append(next);
            open = isOpenAfter(next, true);
        }
        return open ? holdBack(taken) : record.toString();
    }

    private String holdBack(Deque<String> taken) {
        line -= taken.size();
        unclosed.accept(line);
        while (!taken.isEmpty()) {
            ahead.addFirst(taken.removeLast());
        }
        return "";
    }

    private @Nullable String nextLine() throws IOException {
        String next = ahead.isEmpty() ? lines.readLine() : ahead.removeFirst();
        line += next == null ? 0 : 1;
        return next;
    }

    // A quote that closes ends its field; one that does not is the start of another row's field, or part of its text.
    private boolean hasStrayQuote(String continuation) {
        int quote = continuation.indexOf('"');
        while (quote >= 0 && quote + 1 < continuation.length() && continuation.charAt(quote + 1) == '"') {
            quote = continuation.indexOf('"', quote + 2);
        }
        return quote >= 0 && quote + 1 < continuation.length() && continuation.charAt(quote + 1) != separator;
    }

    private boolean isOpenAfter(String fields, boolean openBefore) {
        boolean open = openBefore;
        boolean atStart = !openBefore;
        for (int i = 0; i < fields.length(); i++) {
            char c = fields.charAt(i);
            if (c == '"' && open && i + 1 < fields.length() && fields.charAt(i + 1) == '"') {
                i++;
            } else if (c == '"' && (open || atStart)) {
                open = !open;
            }
            atStart = !open && c == separator;
        }
        return open;
    }
}
