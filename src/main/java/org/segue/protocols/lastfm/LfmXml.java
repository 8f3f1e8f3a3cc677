package org.segue.protocols.lastfm;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes answers in XML. */
final class LfmXml {

    private final XMLStreamWriter xml;

    private LfmXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** The document. */
    static String of(Answer answer) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            LfmXml writer = new LfmXml(xml);
            writer.begin("lfm", "status", "ok");
            answer.write(writer);
            writer.end();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text cannot be written to memory", e);
        }
        return text.toString();
    }

    /** Begins an element, with names of attributes and their values. */
    void begin(String name, String... attributes) throws XMLStreamException {
        xml.writeStartElement(name);
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    void end() throws XMLStreamException {
        xml.writeEndElement();
    }

    /** An element of one text. */
    void element(String name, String text, String... attributes) throws XMLStreamException {
        begin(name, attributes);
        xml.writeCharacters(text);
        end();
    }

    /** What a play is called. */
    void names(Scrobble one) throws XMLStreamException {
        word("track", one.names().track());
        word("artist", one.names().artist());
        word("album", one.names().album());
        word("albumArtist", one.names().albumArtist());
    }

    private void word(String name, Word word) throws XMLStreamException {
        element(name, word.text(), "corrected", word.isCorrected() ? "1" : "0");
    }

    /** Why it was not kept. */
    void ignored(Ignored ignored) throws XMLStreamException {
        element("ignoredMessage", ignored.message(), "code", String.valueOf(ignored.code()));
    }
}
