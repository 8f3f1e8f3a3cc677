package org.segue.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.segue.imports.formats.Fixtures.bytes;
import static org.segue.imports.formats.Fixtures.forUser;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.segue.catalog.SpotifyTrackRepository;

/** What Spotify calls songs, in every format that tells it. */
class SpotifyTracksTest extends WithRunningImports {

    private static final ImportOptions ANNA = forUser("anna");
    private static final String FERN = "0aaaaaaaaaaaaaaaaaaaaa";
    private static final String OTHER_FERN = "1aaaaaaaaaaaaaaaaaaaaa";
    private static final String MOSS = "2bbbbbbbbbbbbbbbbbbbbb";

    private static String row(int second, String title, String uri) {
        return """
                {"ts":"2024-03-01T12:00:%02dZ","ms_played":200000,"master_metadata_track_name":"%s",
                 "master_metadata_album_artist_name":"Ada Moss","reason_end":"endplay","spotify_track_uri":%s}""".formatted(second, title, uri);
    }

    private static String quoted(String id) {
        return "\"spotify:track:" + id + "\"";
    }

    private Map<String, String> aliases() {
        Map<String, String> found = new TreeMap<>();
        imports.database
                .query(
                        "SELECT l.external_id, s.public_id FROM song_alias l JOIN song s ON s.id = l.song_id"
                                + " WHERE l.external_id LIKE 'spotify:%'",
                        row -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(alias -> found.put(alias.getKey(), alias.getValue()));
        return found;
    }

    private int songs() {
        return imports.database
                .query("SELECT count(*) FROM song", row -> row.getInt(1))
                .get(0);
    }

    @Test
    void extendedHistory_keepsEachUriOnce_withoutASongMore_andItGoesWithTheImport() throws IOException {
        byte[] file = bytes("["
                + String.join(
                        ",",
                        row(1, "Fern", quoted(FERN)),
                        row(2, "Fern", quoted(FERN)),
                        row(3, "Fern", quoted(OTHER_FERN)),
                        row(4, "Moss", quoted(MOSS)),
                        row(5, "Reed", "null"),
                        row(6, "Sedge", "\"spotify:local:somewhere\""))
                + "]");
        Map<String, String> kept = Map.of(
                "spotify:track:" + FERN, "ada-moss-fern",
                "spotify:track:" + OTHER_FERN, "ada-moss-fern",
                "spotify:track:" + MOSS, "ada-moss-moss");
        ImportJob first = imports.run(ANNA, file);
        assertThat(aliases()).isEqualTo(kept);
        assertThat(songs()).isEqualTo(4);

        ImportJob again = imports.run(ANNA, file);
        assertThat(aliases()).isEqualTo(kept);
        assertThat(songs()).isEqualTo(4);

        imports.undo(again.id());
        assertThat(aliases()).isEqualTo(kept);
        imports.undo(first.id());
        assertThat(aliases()).isEmpty();
        assertThat(songs()).isZero();
    }

    @Test
    void listenBrainz_keepsTheSpotifyIdOfListens() throws IOException {
        imports.run(ANNA, bytes("""
                {"listened_at":1700000000,"track_metadata":{"track_name":"Fern","artist_name":"Ada Moss","additional_info":{"spotify_id":"https://open.spotify.com/track/%s"}}}
                """.formatted(FERN)));

        assertThat(aliases()).isEqualTo(Map.of("spotify:track:" + FERN, "ada-moss-fern"));
    }

    @Test
    void tables_keepTheColumnOfTracks_besideArtistAndTitle() throws IOException {
        imports.run(ANNA, bytes("""
                timestamp,track_name,artist_name,spotify_track_uri
                2024-03-01 12:00,Fern,Ada Moss,spotify:track:%s
                2024-03-01 13:00,Moss,Ada Moss,
                2024-03-01 14:00,Moss,Ada Moss,https://open.spotify.com/track/%s?si=1
                2024-03-01 15:00,Reed,Ada Moss,spotify:episode:1
                """.formatted(FERN, MOSS)));

        assertThat(aliases())
                .isEqualTo(Map.of(
                        "spotify:track:" + FERN, "ada-moss-fern",
                        "spotify:track:" + MOSS, "ada-moss-moss"));
        assertThat(songs()).isEqualTo(3);
    }

    @Test
    void exportify_keepsTheTracksOfPlaylists() throws IOException {
        imports.run(ANNA, bytes("""
                "Track URI","Track Name","Artist Name(s)","Album Name","Added At"
                "spotify:track:%s","Fern","Ada Moss","Green","2023-01-01T00:00:00Z"
                """.formatted(FERN)));

        assertThat(aliases()).isEqualTo(Map.of("spotify:track:" + FERN, "ada-moss-fern"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "spotify:track:4uLU6hMCjMI75M1A2tKUQC, spotify:track:4uLU6hMCjMI75M1A2tKUQC",
                "4uLU6hMCjMI75M1A2tKUQC, spotify:track:4uLU6hMCjMI75M1A2tKUQC",
                "https://open.spotify.com/intl-de/track/4uLU6hMCjMI75M1A2tKUQC, spotify:track:4uLU6hMCjMI75M1A2tKUQC",
                "spotify:episode:4uLU6hMCjMI75M1A2tKUQC, -",
                "spotify:track:1, -",
                "https://example.org/track/4uLU6hMCjMI75M1A2tKUQC, -",
                "-, -"
            })
    void uri_isThatOfATrack_orNone(String told, String uri) {
        assertThat(SpotifyTrackRepository.uri(told)).isEqualTo(uri);
    }
}
