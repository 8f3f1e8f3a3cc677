package org.segue.protocols.lastfm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** What a method answers with, in both of Last.fm's forms. Its JSON is made from its XML, so everything but totals is a text. */
interface Answer {

    /** Writes what is in the element {@code lfm}. */
    void write(LfmXml xml) throws XMLStreamException;

    /** The same for a writer of JSON. */
    Map<String, Object> json();

    /** Done, with nothing to tell. */
    record Done() implements Answer {
        @Override
        public void write(LfmXml xml) {}

        @Override
        public Map<String, Object> json() {
            return Map.of();
        }
    }

    /**
     * A session.
     *
     * @param name of the user
     * @param key what the player sends from then on
     */
    record SignedIn(String name, String key) implements Answer {
        @Override
        public void write(LfmXml xml) throws XMLStreamException {
            xml.begin("session");
            xml.element("name", name);
            xml.element("key", key);
            xml.element("subscriber", "0");
            xml.end();
        }

        @Override
        public Map<String, Object> json() {
            Map<String, Object> session = new LinkedHashMap<>();
            session.put("subscriber", 0);
            session.put("name", name);
            session.put("key", key);
            return Map.of("session", session);
        }
    }

    /**
     * What plays now.
     *
     * @param playing as it was understood
     */
    record NowPlaying(Scrobble playing) implements Answer {
        @Override
        public void write(LfmXml xml) throws XMLStreamException {
            xml.begin("nowplaying");
            xml.names(playing);
            xml.ignored(playing.ignored());
            xml.end();
        }

        @Override
        public Map<String, Object> json() {
            return Map.of("nowplaying", jsonOf(playing));
        }
    }

    /**
     * What was scrobbled.
     *
     * @param played each of them
     */
    record Scrobbled(List<Scrobble> played) implements Answer {
        @Override
        public void write(LfmXml xml) throws XMLStreamException {
            xml.begin("scrobbles", "accepted", String.valueOf(accepted()), "ignored", String.valueOf(ignored()));
            for (Scrobble one : played) {
                xml.begin("scrobble");
                xml.names(one);
                xml.element("timestamp", one.timestamp());
                xml.ignored(one.ignored());
                xml.end();
            }
            xml.end();
        }

        @Override
        public Map<String, Object> json() {
            List<Object> each = new ArrayList<>();
            for (Scrobble one : played) {
                Map<String, Object> json = jsonOf(one);
                json.put("timestamp", one.timestamp());
                each.add(json);
            }
            Map<String, Object> totals = new LinkedHashMap<>();
            totals.put("ignored", ignored());
            totals.put("accepted", accepted());
            Map<String, Object> scrobbles = new LinkedHashMap<>();
            // Elements of one name are a list, one element is none.
            scrobbles.put("scrobble", each.size() == 1 ? each.get(0) : each);
            scrobbles.put("@attr", totals);
            return Map.of("scrobbles", scrobbles);
        }

        private long accepted() {
            return played.stream().filter(Scrobble::isKept).count();
        }

        private long ignored() {
            return played.size() - accepted();
        }
    }

    private static Map<String, Object> jsonOf(Scrobble one) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("artist", jsonOf(one.names().artist()));
        json.put("album", jsonOf(one.names().album()));
        json.put("track", jsonOf(one.names().track()));
        json.put(
                "ignoredMessage",
                text("code", one.ignored().code(), one.ignored().message()));
        json.put("albumArtist", jsonOf(one.names().albumArtist()));
        return json;
    }

    private static Map<String, Object> jsonOf(Word word) {
        return text("corrected", word.isCorrected() ? 1 : 0, word.text());
    }

    private static Map<String, Object> text(String attribute, int value, String text) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(attribute, String.valueOf(value));
        json.put("#text", text);
        return json;
    }
}
