package org.segue.imports.formats;

import com.fasterxml.aalto.impl.IoStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.segue.imports.ImportException;
import org.segue.imports.ImportPhrase;

/**
 * The tracks of an iTunes library, a property list in XML, one by one. No more than one is in memory. No document type is read, so
 * that nothing is expanded or fetched, and elements are of the few kinds that property lists have.
 */
final class PropertyList {

    private static final Set<String> ELEMENTS =
            Set.of("plist", "dict", "key", "array", "string", "integer", "real", "date", "data", "true", "false");

    private static final int MAX_KEYS = 500;
    private static final int MAX_TEXT = 2000;
    private static final int DEEPEST = 50;

    /** Where tracks are: inside the dictionary of a number, inside that of "Tracks", inside the outermost. */
    private static final int TRACK_DEPTH = 3;

    private static final XMLInputFactory XML = factory();

    private PropertyList() {}

    /** What is done with a track. */
    @FunctionalInterface
    interface TrackReader {
        /** Reads one; what it throws is reported as a bad row. */
        void read(Map<String, String> track) throws BadRowException;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    /** Reads the tracks of a library to their end; a bad row is told with the line on which its track ends. */
    static void readTracks(HistoryFile file, RowSink sink, TrackReader reader) throws IOException {
        Walk walk = new Walk(file, sink, reader);
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(file.openXml());
            while (xml.hasNext() && !walk.isDone) {
                walk.take(xml, next(xml));
            }
        } catch (XMLStreamException e) {
            throw unreadable(file, walk, e);
        }
    }

    // At some damaged documents the parser throws whatever its arithmetic comes across, at texts only when they are
    // asked for.
    private static int next(XMLStreamReader xml) throws XMLStreamException {
        try {
            int event = xml.next();
            return event == XMLStreamConstants.CHARACTERS && xml.getTextLength() < 0 ? 0 : event;
        } catch (RuntimeException e) {
            throw e.getCause() instanceof XMLStreamException cause ? cause : new XMLStreamException("damaged", e);
        }
    }

    private static ImportException unreadable(HistoryFile file, Walk walk, XMLStreamException e) throws IOException {
        if (e instanceof IoStreamException) {
            throw new IOException(e.getMessage(), e);
        }
        return new ImportException(ImportPhrase.NO_XML.with(
                file.name(),
                walk.count,
                e.getLocation() == null ? 0 : e.getLocation().getLineNumber()));
    }

    /** Where reading stands. */
    private static final class Walk {
        private final HistoryFile file;
        private final RowSink sink;
        private final TrackReader reader;
        private final Map<String, String> track = new HashMap<>();
        private final StringBuilder text = new StringBuilder();
        private String key = "";
        private String section = "";
        private int dicts;
        private int depth;
        private long count;
        private boolean isDone;

        Walk(HistoryFile file, RowSink sink, TrackReader reader) {
            this.file = file;
            this.sink = sink;
            this.reader = reader;
        }

        void take(XMLStreamReader xml, int event) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> start(xml.getLocalName());
                case XMLStreamConstants.END_ELEMENT ->
                    end(xml.getLocalName(), xml.getLocation().getLineNumber());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                default -> {
                    // Comments, instructions and the document type say nothing.
                }
            }
        }

        private void append(char[] characters, int start, int length) {
            text.append(characters, start, Math.min(length, MAX_TEXT - text.length()));
        }

        private void start(String element) {
            if (!ELEMENTS.contains(element) || ++depth > DEEPEST) {
                throw new ImportException(ImportPhrase.NO_ITUNES.with(file.name(), Fields.shortened(element)));
            }
            text.setLength(0);
            if (element.equals("dict") && ++dicts == TRACK_DEPTH) {
                track.clear();
            }
        }

        private void end(String element, int line) {
            depth--;
            switch (element) {
                case "key" -> key(text.toString());
                case "dict" -> endDict(line);
                case "true", "false" -> put(element);
                default -> put(text.toString());
            }
            text.setLength(0);
        }

        private void key(String name) {
            key = name;
            if (dicts == 1) {
                section = name;
                // Playlists follow, which repeat the numbers of the tracks.
                isDone = count > 0;
            }
        }

        private void put(String value) {
            if (dicts == TRACK_DEPTH && track.size() < MAX_KEYS) {
                track.put(key, value);
            }
        }

        private void endDict(int line) {
            if (dicts-- != TRACK_DEPTH || !section.equals("Tracks")) {
                return;
            }
            count++;
            try {
                reader.read(track);
            } catch (BadRowException e) {
                sink.badRow(file.name(), Math.max(1, line), e.reason());
            }
        }
    }
}
