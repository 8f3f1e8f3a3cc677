package org.segue.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.segue.imports.formats.Compression;
import org.segue.storage.UploadedDatabase;

/** What a file is that is no text, by its first bytes, which stay unread. */
final class FileKind {

    private static final long ZIP = 0x504b0304L;
    private static final long EMPTY_ZIP = 0x504b0506L;
    private static final int TAR_MAGIC_AT = 257;

    private static final List<String> SPREADSHEET_PARTS = List.of("[Content_Types].xml", "xl/", "_rels/", "docProps/");

    private FileKind() {}

    static boolean isZip(BufferedInputStream in) throws IOException {
        byte[] start = Compression.peek(in, 4);
        long magic = start.length == 4 ? Compression.number(start, 4) : 0;
        return magic == ZIP || magic == EMPTY_ZIP;
    }

    // The name of a zip's first member stands thirty bytes behind its start.
    static boolean isSpreadsheet(BufferedInputStream in) throws IOException {
        String start = new String(Compression.peek(in, 64), StandardCharsets.US_ASCII);
        return SPREADSHEET_PARTS.stream().anyMatch(part -> start.startsWith(part, 30));
    }

    static boolean isDatabase(BufferedInputStream in) throws IOException {
        return UploadedDatabase.isOne(Compression.peek(in, UploadedDatabase.START_BYTES));
    }

    static boolean isTar(BufferedInputStream in) throws IOException {
        byte[] start = Compression.peek(in, TAR_MAGIC_AT + 5);
        return start.length == TAR_MAGIC_AT + 5
                && new String(start, TAR_MAGIC_AT, 5, StandardCharsets.US_ASCII).equals("ustar");
    }
}
