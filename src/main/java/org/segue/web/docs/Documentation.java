package org.segue.web.docs;

import static java.util.Objects.requireNonNull;

import io.quarkus.qute.TemplateData;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages of the documentation, in the order in which they are listed. Safe for any thread. */
@Singleton
class Documentation {

    private static final String FOLDER = "/docs/";

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    Documentation() {
        for (String line : text("index.txt").lines().toList()) {
            String[] parts = line.split("\t", 2);
            entries.put(parts[0], new Entry(parts[0], parts[1]));
        }
    }

    /**
     * A page.
     *
     * @param name the last part of its address
     * @param title what it is called
     */
    @TemplateData
    record Entry(String name, String title) {

        /** Its content, HTML. */
        String html() {
            return text(name + ".html");
        }
    }

    /** All of them. */
    List<Entry> all() {
        return List.copyOf(entries.values());
    }

    /** The one of a name. */
    Optional<Entry> called(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    private static String text(String file) {
        try (InputStream content = Documentation.class.getResourceAsStream(FOLDER + file)) {
            return new String(requireNonNull(content, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
