package org.segue.people;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip of text files that are written one after the other. For one thread. */
final class ExportZip implements Closeable {

    private final ZipOutputStream zip;
    private final ObjectMapper json;
    private String current = "";

    ExportZip(OutputStream out, ObjectMapper json) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.json = json;
    }

    /** Goes on with a file; begins it if it is another than before. */
    void open(String name) throws IOException {
        if (!name.equals(current)) {
            endFile();
            zip.putNextEntry(new ZipEntry(name));
            current = name;
        }
    }

    /** Writes a JSON object and a line break to the current file. */
    void line(Map<String, ?> values) throws IOException {
        text(json.writeValueAsString(values));
    }

    /** Writes a text and a line break to the current file. */
    void text(String text) throws IOException {
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.write('\n');
    }

    /** Takes the bytes of the current file; must not be closed. */
    OutputStream stream() {
        return zip;
    }

    private void endFile() throws IOException {
        if (!current.isEmpty()) {
            zip.closeEntry();
        }
        current = "";
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
