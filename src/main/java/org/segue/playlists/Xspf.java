package org.segue.playlists;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Lists as XSPF 1. Characters that XML has no place for become U+FFFD. */
final class Xspf {

    private static final String NAMESPACE = "http://xspf.org/ns/0/";
    private static final int REPLACEMENT = 0xFFFD;

    private final XMLStreamWriter xml;

    private Xspf(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * The document.
     *
     * @param base where Segue is reached, without a slash at its end
     */
    static String of(PlaylistDocument list, String base) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new Xspf(xml).write(list, base);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text cannot be written to memory", e);
        }
        return text.toString();
    }

    private void write(PlaylistDocument list, String base) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("playlist");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeAttribute("version", "1");
        element("title", list.title());
        element("creator", PlaylistMessages.CREATOR);
        element("annotation", list.annotation());
        element("identifier", list.id() == null ? null : Jspf.address(list.id(), base));
        element("date", list.createdAt().toString());
        xml.writeStartElement("trackList");
        for (Track track : list.tracks()) {
            write(track);
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void write(Track track) throws XMLStreamException {
        xml.writeStartElement("track");
        element(
                "identifier",
                track.ids().mbid() == null ? null : Jspf.recording(track.ids().mbid()));
        element("title", track.song().title());
        element("creator", track.song().artist().isEmpty() ? null : track.song().artist());
        element("album", track.song().album());
        element("duration", track.durationMs() == null ? null : String.valueOf(track.durationMs()));
        xml.writeEndElement();
    }

    private void element(String name, @Nullable String text) throws XMLStreamException {
        if (text != null) {
            xml.writeStartElement(name);
            xml.writeCharacters(wellFormed(text));
            xml.writeEndElement();
        }
    }

    private static String wellFormed(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(c -> kept.appendCodePoint(isCharacter(c) ? c : REPLACEMENT));
        return kept.toString();
    }

    // The production Char of XML 1.0.
    private static boolean isCharacter(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
