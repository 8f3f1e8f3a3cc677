package org.segue.imports.formats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segue.imports.ImportException;
import org.segue.imports.ImportPhrase;
import org.segue.text.Sentence;

/**
 * A file of JSON, entry by entry: of an array, of arrays inside objects, or one entry a line. No more than one entry is in
 * memory, and of an entry no more than {@link JsonEntry} takes.
 */
final class JsonEntries {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxNumberLength(100)
                    .maxNameLength(StringLimitReader.MAX_STRING_LENGTH + 10)
                    .maxStringLength(StringLimitReader.MAX_STRING_LENGTH + 10)
                    .build())
            // Names come from anywhere: remembered, they would pile up.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private JsonEntries() {}

    /** What is done with an entry. */
    @FunctionalInterface
    interface EntryReader {
        /** Reads one; what it throws is reported as a bad row. */
        void read(JsonEntry entry) throws BadRowException;
    }

    /** What is done with what is around the entries. */
    @FunctionalInterface
    interface TextReader {
        /** Takes a property of an object around the entries. */
        void read(String name, String value);

        /** Takes the name of an object or array around the entries, before what is in it. */
        default void enter(String name) {}
    }

    /** A parser of untrusted text. */
    static JsonParser parser(Reader text) throws IOException {
        return JSON.createParser(text);
    }

    // Of most lines there is nothing to cut.
    private static JsonParser parser(String line) throws IOException {
        return line.length() <= StringLimitReader.MAX_STRING_LENGTH && !hasControls(line)
                ? JSON.createParser(line)
                : parser(new StringLimitReader(new StringReader(line)));
    }

    private static boolean hasControls(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) < ' ') {
                return true;
            }
        }
        return false;
    }

    /** Reads a file whose entries are the elements of its array; an object in its place is the only entry. */
    static void readArray(HistoryFile file, RowSink sink, EntryReader reader) throws IOException {
        read(file, sink, Set.of(), (name, value) -> {}, reader);
    }

    /**
     * Reads a file whose entries are inside properties of certain names, as an array or one object, however deep these are in
     * arrays and other objects.
     *
     * @param holders names of the properties; none: the elements of the outermost array
     * @param beside takes texts that the objects around the entries have
     */
    static void read(HistoryFile file, RowSink sink, Set<String> holders, TextReader beside, EntryReader reader)
            throws IOException {
        Walk walk = new Walk(file, sink, holders, beside, reader);
        read(file, walk, walk::walk);
    }

    private static void read(HistoryFile file, Walk walk, JsonEntry.Inner inner) throws IOException {
        try (JsonParser parser = parser(file.openJson())) {
            inner.read(parser);
        } catch (JsonEOFException e) {
            throw new ImportException(ImportPhrase.CUT_OFF.with(file.name(), walk.count));
        } catch (StreamConstraintsException e) {
            throw new ImportException(ImportPhrase.NESTED_JSON.with(file.name(), walk.count));
        } catch (JsonProcessingException e) {
            throw new ImportException(ImportPhrase.NO_JSON.with(
                    file.name(),
                    walk.count,
                    e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                    e.getLocation() == null ? 0 : e.getLocation().getColumnNr()));
        }
    }

    /**
     * Reads a file whose entries come in whatever shape: one a line, in an array, inside properties of certain names, over one
     * line or many, one after the other. Where they come one a line, a line that is no JSON is a bad row.
     *
     * @param holders names of the properties that hold entries
     */
    static void readAnywhere(HistoryFile file, RowSink sink, Set<String> holders, EntryReader reader)
            throws IOException {
        if (JsonShape.isOneALine(file.head(), holders)) {
            readLines(file, sink, reader);
            return;
        }
        Walk walk = new Walk(file, sink, holders, (name, value) -> {}, reader);
        read(file, walk, walk::walkAnywhere);
    }

    /** Reads a file with an entry in each line; a line that is no JSON is a bad row. */
    static void readLines(HistoryFile file, RowSink sink, EntryReader reader) throws IOException {
        long number = 0;
        try (BufferedReader lines = file.open()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    readLine(file, number, line, sink, reader);
                }
            }
        }
    }

    private static void readLine(HistoryFile file, long number, String line, RowSink sink, EntryReader reader)
            throws IOException {
        try (JsonParser parser = parser(line)) {
            JsonEntry entry = parser.nextToken() == JsonToken.START_OBJECT ? JsonEntry.read(parser) : null;
            if (entry == null || parser.nextToken() != null) {
                throw new BadRowException(RowPhrase.NO_JSON_LINE.with());
            }
            reader.read(entry);
        } catch (BadRowException e) {
            sink.badRow(file.name(), number, e.reason());
        } catch (JsonProcessingException e) {
            Sentence reason = line.length() >= LineLimitReader.MAX_LINE_LENGTH
                    ? RowPhrase.LONG_LINE.with(LineLimitReader.MAX_LINE_LENGTH)
                    : RowPhrase.NO_JSON_LINE.with();
            sink.badRow(file.name(), number, reason);
        }
    }

    /** Where reading an array stands. */
    private static final class Walk {
        private final HistoryFile file;
        private final RowSink sink;
        private final Set<String> holders;
        private final TextReader beside;
        private final EntryReader reader;
        private long count;

        Walk(HistoryFile file, RowSink sink, Set<String> holders, TextReader beside, EntryReader reader) {
            this.file = file;
            this.sink = sink;
            this.holders = holders;
            this.beside = beside;
            this.reader = reader;
        }

        void walk(JsonParser parser) throws IOException {
            boolean inHolder = holders.isEmpty();
            String name = null;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    name = parser.currentName();
                } else if (token == JsonToken.START_ARRAY && (inHolder || isHolder(name))) {
                    readElements(parser);
                    name = null;
                } else if (token == JsonToken.START_OBJECT && (inHolder || isHolder(name))) {
                    readEntry(parser);
                    name = null;
                } else if (token == JsonToken.VALUE_STRING && name != null) {
                    beside.read(name, parser.getText());
                    name = null;
                } else if (token.isStructStart() && name != null) {
                    beside.enter(name);
                    name = null;
                }
            }
        }

        void walkAnywhere(JsonParser parser) throws IOException {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                readAnywhere(parser);
            }
        }

        // The parser is at the start of a value, and at its end afterwards.
        private void readAnywhere(JsonParser parser) throws IOException {
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                    requireMore(parser, token);
                    readAnywhere(parser);
                }
            } else if (parser.currentToken() == JsonToken.START_OBJECT) {
                readEntryOrHolder(parser);
            } else {
                sink.badRow(file.name(), ++count, RowPhrase.NO_OBJECT.with());
            }
        }

        private void readEntryOrHolder(JsonParser parser) throws IOException {
            long before = count;
            try {
                JsonEntry entry = JsonEntry.readUnlessHolder(parser, holders, this::readAnywhere);
                if (entry != null) {
                    count++;
                    reader.read(entry);
                }
            } catch (BadRowException e) {
                count = before + 1;
                sink.badRow(file.name(), count, e.reason());
            }
        }

        private static void requireMore(JsonParser parser, @Nullable JsonToken token) throws JsonEOFException {
            if (token == null) {
                throw new JsonEOFException(parser, JsonToken.NOT_AVAILABLE, "cut off");
            }
        }

        private boolean isHolder(@Nullable String name) {
            return name != null && holders.contains(name);
        }

        private void readElements(JsonParser parser) throws IOException {
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                requireMore(parser, token);
                if (token == JsonToken.START_OBJECT) {
                    readEntry(parser);
                } else {
                    parser.skipChildren();
                    sink.badRow(file.name(), ++count, RowPhrase.NO_OBJECT.with());
                }
            }
        }

        private void readEntry(JsonParser parser) throws IOException {
            count++;
            try {
                reader.read(JsonEntry.read(parser));
            } catch (BadRowException e) {
                sink.badRow(file.name(), count, e.reason());
            }
        }
    }
}
