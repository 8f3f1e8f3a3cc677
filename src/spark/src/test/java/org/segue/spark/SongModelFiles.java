package org.segue.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Song models' files, compared entry by entry. */
final class SongModelFiles {

    private static final String MANIFEST = "manifest.json";
    private static final Pattern TIME = Pattern.compile("\"createdAt\"\\s*:\\s*\"[^\"]*\"");

    private SongModelFiles() {}

    /** All entries have the same bytes, but for the time in the manifest. */
    static void assertSameButForTheTime(Path one, Path other) throws IOException {
        Map<String, String> entries = entries(one);
        Map<String, String> others = entries(other);

        assertThat(entries.keySet()).containsExactlyElementsOf(others.keySet()).contains(MANIFEST);
        // What differs is told by its own name before the manifest has another checksum of it.
        entries.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().equals(MANIFEST)))
                .forEach(
                        entry -> assertThat(entry.getValue()).as(entry.getKey()).isEqualTo(others.get(entry.getKey())));
    }

    // As text of one character a byte, which tells where two differ.
    private static Map<String, String> entries(Path file) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (InputStream bytes = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(bytes)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String text = new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1);
                entries.put(
                        entry.getName(),
                        entry.getName().equals(MANIFEST) ? TIME.matcher(text).replaceAll("") : text);
            }
        }
        return entries;
    }
}
