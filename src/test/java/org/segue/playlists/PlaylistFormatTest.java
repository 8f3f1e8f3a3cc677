package org.segue.playlists;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.catalog.RecordingIds;
import org.segue.catalog.Song;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Files as other programs read them, whatever titles hold. */
class PlaylistFormatTest {

    private static final String BASE = "http://nas.local:5000/segue";
    private static final String ID = "0b0f2f0e-6a3c-4f5e-9d0e-3b8f7a0d4c11";
    private static final String MBID = "8b8a5c1e-52ae-4a39-8d6c-4f6d3a6d1a11";
    private static final Instant MADE = Instant.parse("2026-11-23T00:00:41+00:00");

    @Test
    void jspf_hasTheShapeThatClientsOfListenBrainzRead() throws Exception {
        JsonNode playlist = new ObjectMapper()
                .readTree(PlaylistFormat.JSPF.write(
                        list("Weekly jams", track("Against Tomorrow", "Concrete Youth", "Leisure", MBID, 214_000)),
                        BASE))
                .path("playlist");

        assertThat(playlist.path("title").asText()).isEqualTo("Weekly jams");
        assertThat(playlist.path("creator").asText()).isEqualTo("Segue");
        assertThat(playlist.path("date").asText()).isEqualTo("2026-11-23T00:00:41+00:00");
        assertThat(playlist.path("annotation").asText()).isEqualTo("What it is.");
        assertThat(playlist.path("identifier").asText()).isEqualTo(BASE + "/playlist/" + ID);
        JsonNode extension = playlist.path("extension").path("https://musicbrainz.org/doc/jspf#playlist");
        assertThat(extension.path("public").asBoolean()).isTrue();
        assertThat(extension.path("creator").asText()).isEqualTo("Segue");
        assertThat(extension.path("created_for").asText()).isEqualTo("anna");
        assertThat(extension.path("last_modified_at").asText()).isEqualTo("2026-11-23T00:00:41+00:00");
        JsonNode more = extension.path("additional_metadata");
        assertThat(more.path("algorithm_metadata").path("source_patch").asText())
                .isEqualTo("weekly-jams");
        assertThat(more.path("expires_at").asText()).isEqualTo("2026-12-21T00:00:00+00:00");
        JsonNode track = playlist.path("track").path(0);
        assertThat(track.path("identifier").path(0).asText()).isEqualTo("https://musicbrainz.org/recording/" + MBID);
        assertThat(track.path("title").asText()).isEqualTo("Against Tomorrow");
        assertThat(track.path("creator").asText()).isEqualTo("Concrete Youth");
        assertThat(track.path("album").asText()).isEqualTo("Leisure");
        assertThat(track.path("duration").asInt()).isEqualTo(214_000);
        assertThat(track.path("extension")
                        .path("https://musicbrainz.org/doc/jspf#track")
                        .path("added_at")
                        .asText())
                .isEqualTo("2026-11-23T00:00:41+00:00");
    }

    @Test
    void jspf_songWithoutIds_hasNoIdentifierAndNothingMadeUp() throws Exception {
        JsonNode track = new ObjectMapper()
                .readTree(PlaylistFormat.JSPF.write(list("Jams", track("Untold", "Nobody", null, null, null)), BASE))
                .at("/playlist/track/0");

        assertThat(track.path("identifier").isArray()).isTrue();
        assertThat(track.path("identifier")).isEmpty();
        assertThat(track.has("album")).isFalse();
        assertThat(track.has("duration")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b>&amp; ]]> </title> <!-- --> \"'",
                "emoji \uD83C\uDFB5 \uD83D\uDC69\u200D\uD83D\uDE80, العربية, 日本語",
                "tab\tline\nend",
                "=1+1",
                "plain"
            })
    void xspf_isWellFormed_andReadsBack(String title) throws Exception {
        Document read = xml(PlaylistFormat.XSPF.write(list(title, track(title, title, title, MBID, 1000)), BASE));

        Element root = read.getDocumentElement();
        assertThat(root.getNamespaceURI()).isEqualTo("http://xspf.org/ns/0/");
        assertThat(root.getAttribute("version")).isEqualTo("1");
        assertThat(text(root, "title", 0)).isEqualTo(title);
        assertThat(text(root, "title", 1)).isEqualTo(title);
        assertThat(text(root, "creator", 1)).isEqualTo(title);
        assertThat(text(root, "album", 0)).isEqualTo(title);
        assertThat(text(root, "duration", 0)).isEqualTo("1000");
        assertThat(text(root, "identifier", 0)).isEqualTo(BASE + "/playlist/" + ID);
        assertThat(text(root, "identifier", 1)).isEqualTo("https://musicbrainz.org/recording/" + MBID);
    }

    @Test
    void xspf_charactersThatXmlHasNoPlaceFor_areReplaced() throws Exception {
        String odd = "a\u0000b\u0007c\uFFFEd\uD83Ce\u001Bf";

        Document read = xml(PlaylistFormat.XSPF.write(list(odd, track(odd, "", null, null, null)), BASE));

        assertThat(text(read.getDocumentElement(), "title", 1)).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf");
        assertThat(read.getElementsByTagName("creator").getLength())
                .as("of the list alone")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one\ntwo",
                "one\r\n#EXTINF:1,two",
                "one\u2028two\u0085three",
                "#EXTM3U",
                "../../etc/passwd",
                "C:\\music",
                "a, b",
                "\uD83C\uDFB5"
            })
    void m3u8_everySongTakesTwoLines_whateverItsTitleHolds(String title) {
        String text = PlaylistFormat.M3U8.write(
                list(title, track(title, "", null, null, 61_400), track("Second", "Them", null, null, null)), BASE);

        List<String> lines = text.lines().toList();
        assertThat(text.split("[\\r\\n\\u0085\\u2028\\u2029]")).hasSize(6);
        assertThat(lines.get(0)).isEqualTo("#EXTM3U");
        assertThat(lines.get(1)).startsWith("#PLAYLIST:");
        assertThat(lines.get(2)).startsWith("#EXTINF:61,");
        assertThat(lines.get(3)).startsWith("./");
        assertThat(lines.get(3).substring(2)).doesNotContain("/", "\\", ":");
        assertThat(lines.subList(4, 6)).containsExactly("#EXTINF:-1,Them - Second", "./Them - Second");
    }

    @Test
    void csv_readsBack_andNoCellIsAFormula() {
        List<String> hostile =
                List.of("=1+1", "+1", "-1", "@sum", "\t=1", "'tis", "say \"hi\", you", "two\nlines", "plain");
        List<Track> tracks = hostile.stream()
                .map(title -> track(title, title, null, null, null))
                .toList();

        List<CsvRecord> rows = new ArrayList<>();
        CsvReader.builder()
                .ofCsvRecord(PlaylistFormat.CSV.write(list("Jams", tracks.toArray(Track[]::new)), BASE))
                .forEach(rows::add);

        assertThat(rows).hasSize(10);
        assertThat(rows.get(0).getFields())
                .containsExactly(
                        "position", "title", "artist", "album", "duration_ms", "isrc", "recording_mbid", "song");
        assertThat(rows.subList(1, 10))
                .extracting(row -> row.getField(1))
                .containsExactly(
                        "'=1+1", "'+1", "'-1", "'@sum", "'\t=1", "'tis", "say \"hi\", you", "two\nlines", "plain");
    }

    @Test
    void names_ofFiles_areSafe_andTellTheTitleToThoseWhoCanRead() {
        assertThat(PlaylistFormat.M3U8.disposition(list("Jams for Björk, 24 November")))
                .isEqualTo("attachment; filename=\"Jams-for-Bjork-24-November.m3u8\";"
                        + " filename*=UTF-8''Jams%20for%20Bj%C3%B6rk%2C%2024%20November.m3u8");
        assertThat(PlaylistFormat.CSV.disposition(list("../../\"x\"\r\nSet-Cookie: a=b")))
                .isEqualTo("attachment; filename=\"xSet-Cookie-ab.csv\";"
                        + " filename*=UTF-8''x%20Set-Cookie%20%20a%3Db.csv");
        assertThat(PlaylistFormat.XSPF.disposition(list("日本"))).startsWith("attachment; filename=\"playlist.xspf\";");
        assertThat(PlaylistFormat.XSPF.disposition(list("x".repeat(200))))
                .contains("filename=\"" + "x".repeat(80) + ".xspf\"");
    }

    private static PlaylistDocument list(String title, Track... tracks) {
        return new PlaylistDocument(
                ID,
                title,
                "What it is.",
                "anna",
                PlaylistKind.WEEKLY_JAMS,
                MADE,
                Instant.parse("2026-12-21T00:00:00Z"),
                List.of(tracks));
    }

    private static Track track(
            String title, String artist, @Nullable String album, @Nullable String mbid, @Nullable Integer durationMs) {
        return new Track(new Song(1, "s1", title, 0, artist, null, album), new RecordingIds(mbid, null), durationMs);
    }

    private static Document xml(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    private static String text(Element root, String name, int place) {
        return root.getElementsByTagName(name).item(place).getTextContent();
    }
}
