package org.segue.protocols.listenbrainz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.segue.access.Asking.bearer;
import static org.segue.access.Asking.player;
import static org.segue.access.Asking.tokenOf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.segue.storage.Database;
import org.segue.storage.Statements;
import org.segue.testsupport.AdministratorHeader;
import org.segue.testsupport.Eventually;

/** Plays that files tell of come back as they were told. */
@QuarkusTest
class ImportedWordsTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String MBID = "6d1d7e20-00a1-4aaa-8bbb-0000000000";

    private static final String INFO =
            "{\"artist_names\":[\"Wren Aldous\",\"Pell\"],\"media_player\":\"Sonixd\",\"tracknumber\":7,\"gain\":-1.25,"
                    + "\"live\":true,\"size\":123456789012345678901,\"origin\":{\"shelf\":[1,null,[\"a\",{\"b\":[2.5,false]}]]}}";

    private static final String LISTEN = "{\"listened_at\":%d,\"recording_msid\":\"" + MBID + "01\",\"track_metadata\":"
            + "{\"artist_name\":\"Wren Aldous & Pell\",\"track_name\":\"%s\",\"release_name\":\"Nine Gates\",\"additional_info\":%s}}\n";

    @Inject
    Database database;

    private int words() {
        return database.read(connection -> Statements.selectInt(connection, "SELECT count(*) FROM told_words"));
    }

    private static int imported(String user, String file) {
        return imported("?user=" + user, file.getBytes(StandardCharsets.UTF_8));
    }

    private static int imported(String query, byte[] file) {
        Response accepted = bearer(AdministratorHeader.TOKEN)
                .contentType("application/octet-stream")
                .body(file)
                .post("/api/imports" + query);
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
        int job = accepted.path("id");
        Eventually.until(() -> List.of("completed", "failed").contains(job(job).getString("status")));
        assertThat(job(job).getString("status")).as(job(job).prettify()).isEqualTo("completed");
        return job;
    }

    private static io.restassured.path.json.JsonPath job(int number) {
        return bearer(AdministratorHeader.TOKEN).get("/api/imports/" + number).jsonPath();
    }

    private void undo(int job) {
        bearer(AdministratorHeader.TOKEN).delete("/api/imports/" + job).then().statusCode(200);
        Eventually.until(() -> database.read(
                connection -> Statements.selectInt(connection, "SELECT purged FROM import WHERE id = ?", job) == 1));
    }

    private static List<JsonNode> listed(String user) throws JsonProcessingException {
        String answer =
                player(tokenOf(user)).get("/1/user/%s/listens".formatted(user)).asString();
        List<JsonNode> tracks = new ArrayList<>();
        JSON.readTree(answer).at("/payload/listens").forEach(listen -> tracks.add(told(listen)));
        return tracks;
    }

    // What is added here is no word of the teller's.
    private static JsonNode told(JsonNode listen) {
        ObjectNode track = listen.path("track_metadata").deepCopy();
        ((ObjectNode) track.path("additional_info")).remove(List.of("recording_msid", "segue_song"));
        track.remove("mbid_mapping");
        return track;
    }

    private static byte[] export(String user) {
        return bearer(AdministratorHeader.TOKEN)
                .get("/api/users/%s/export".formatted(user))
                .asByteArray();
    }

    private static List<JsonNode> listens(byte[] zip) throws IOException {
        List<JsonNode> listens = new ArrayList<>();
        ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip));
        for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
            if (file.getName().startsWith("listens/") || file.getName().equals("segue.jsonl")) {
                for (String line : new String(files.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                    if (!line.isBlank()) {
                        listens.add(JSON.readTree(line));
                    }
                }
            }
        }
        return listens;
    }

    private static JsonNode track(String artist, String title, String album, String info)
            throws JsonProcessingException {
        ObjectNode track = JSON.createObjectNode().put("artist_name", artist).put("track_name", title);
        if (album != null && !album.isEmpty()) {
            track.put("release_name", album);
        }
        return track.set("additional_info", JSON.readTree(info));
    }

    @Test
    void listenBrainz_comesBackAsItWasTold_andNothingOfItIsLeftWhenItIsUndone() throws Exception {
        int before = words();
        String file = LISTEN.formatted(1_600_000_000, "Causeway", INFO)
                + LISTEN.formatted(1_600_001_000, "causeway", "{}")
                + LISTEN.formatted(1_600_002_000, "Causeway", INFO)
                + LISTEN.formatted(1_600_003_000, "Causeway", "{\"tracknumber\":\"7\"}");
        int job = imported("words-lb", file);

        assertThat(listed("words-lb"))
                .containsExactly(
                        track("Wren Aldous & Pell", "Causeway", "Nine Gates", "{\"tracknumber\":\"7\"}"),
                        track("Wren Aldous & Pell", "Causeway", "Nine Gates", INFO),
                        track("Wren Aldous & Pell", "causeway", "Nine Gates", "{}"),
                        track("Wren Aldous & Pell", "Causeway", "Nine Gates", INFO));
        assertThat(words()).as("each wording once").isEqualTo(before + 3);

        int again = imported("words-lb", file);
        assertThat(words()).as("the same words are kept once").isEqualTo(before + 3);
        undo(again);
        assertThat(words()).as("words that another import brought too").isEqualTo(before + 3);
        undo(job);
        assertThat(words()).isEqualTo(before);
    }

    @Test
    void ownExport_takenInAnew_saysTheSame() throws Exception {
        String skipped = "{\"segue\":\"skip\","
                + LISTEN.formatted(1_600_009_000, "Causeway", INFO).substring(1);
        imported(
                "words-own",
                LISTEN.formatted(1_600_000_000, "Causeway", INFO)
                        + LISTEN.formatted(
                                1_600_001_000, "Low Weir", "{\"duration_ms\":201000,\"isrc\":\"QZES71982312\"}"));
        imported("words-own", skipped);
        byte[] export = export("words-own");
        List<JsonNode> before = listens(export);
        assertThat(before).hasSize(3);
        assertThat(before)
                .extracting(ImportedWordsTest::told)
                .contains(track("Wren Aldous & Pell", "Causeway", "Nine Gates", INFO));
        bearer(AdministratorHeader.TOKEN).delete("/api/users/words-own").then().statusCode(204);

        imported("?user=words-own-again", export);

        assertThat(listens(export("words-own-again")))
                .usingElementComparator(Comparator.comparing(JsonNode::toString))
                .isEqualTo(before);
    }

    @Test
    void wordsThatAreTheSongsOwn_areNotKept() throws Exception {
        int before = words();
        imported(
                "words-plain",
                "artist,title,album,timestamp\nOlm,Sluice,Dry Season,1600000000\nOlm,Weir,,1600000500\n");

        assertThat(words()).isEqualTo(before);
        assertThat(listed("words-plain"))
                .containsExactly(track("Olm", "Weir", "", "{}"), track("Olm", "Sluice", "Dry Season", "{}"));

        imported("words-other", "artist,title,album,timestamp\nOlm,sluice,Best of Olm,1600000000\n");
        assertThat(words()).isEqualTo(before + 1);
        assertThat(listed("words-other")).containsExactly(track("Olm", "sluice", "Best of Olm", "{}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            spotify | [{"ts":"2020-09-13T12:30:00Z","ms_played":200000,"master_metadata_track_name":"Sp One","master_metadata_album_artist_name":"Ada","master_metadata_album_album_name":"Al","spotify_track_uri":"spotify:track:4uLU6hMCjMI75M1A2tKUQC","reason_end":"endplay","offline_timestamp":null}] | Sp One | Al | {"music_service":"spotify.com","spotify_id":"https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC"}
            lastfm | {"recenttracks":{"track":[{"name":"Lf One","mbid":"6d1d7e20-00a1-4aaa-8bbb-000000000011","artist":{"#text":"Ada","mbid":"6d1d7e20-00a1-4aaa-8bbb-000000000012"},"album":{"#text":"Al","mbid":"6d1d7e20-00a1-4aaa-8bbb-000000000013"},"date":{"uts":"1600000000"}}]}} | Lf One | Al | {"recording_mbid":"6d1d7e20-00a1-4aaa-8bbb-000000000011","artist_mbids":["6d1d7e20-00a1-4aaa-8bbb-000000000012"],"release_mbid":"6d1d7e20-00a1-4aaa-8bbb-000000000013"}
            maloja | {"maloja":{"export_time":1},"scrobbles":[{"time":1600000000,"track":{"artists":["Ada","Berg"],"title":"Ma One","album":{"albumtitle":"Al"},"length":180},"duration":180,"origin":"client:Web"}]} | Ma One | Al | {"duration_ms":180000,"submission_client":"client:Web","artist_names":["Ada","Berg"]}
            pano | {"timeMs":1600000000000,"artist":"Ada","track":"Pa One","album":"Al","albumArtist":"Various","durationMs":181000,"mediaPlayerName":"Poweramp","event":"scrobble"} | Pa One | Al | {"duration_ms":181000,"media_player":"Poweramp","release_artist_name":"Various"}
            table | `artist,title,album,album artist,timestamp\\nAda,Ta One,Al,Various,1600000000` | Ta One | Al | {"release_artist_name":"Various"}
            log | `#AUDIOSCROBBLER/1.1\\n#TZ/UTC\\nAda\\tAl\\tLo One\\t4\\t190\\tL\\t1600000000` | Lo One | Al | {"duration_ms":190000,"tracknumber":"4"}
            youtube | [{"header":"YouTube Music","title":"Watched Yt One","titleUrl":"https://music.youtube.com/watch?v=x1","subtitles":[{"name":"Ada - Topic"}],"time":"2020-09-13T12:26:40Z"}] | Yt One | `` | {"origin_url":"https://music.youtube.com/watch?v=x1"}
            tautulli | {"response":{"data":{"data":[{"started":1600000000,"play_duration":200,"percent_complete":100,"user":"u","title":"Pl One","parent_title":"Al","grandparent_title":"Various","original_title":"Ada","media_type":"track","media_index":3}]}}} | Pl One | Al | {"release_artist_name":"Various","tracknumber":"3"}
            """)
    void format_tellsWhatItSays(String format, String file, String title, String album, String info) throws Exception {
        String user = "words-" + format;
        imported(user, file.replace("\\n", "\n").replace("\\t", "\t"));

        JsonNode track = listed(user).get(0);
        assertThat(track.path("track_name").textValue()).isEqualTo(title);
        assertThat(track.path("release_name").asText("")).isEqualTo(album);
        assertThat(track.path("additional_info")).isEqualTo(JSON.readTree(info));
        assertThat(StreamSupport.stream(listens(export(user)).spliterator(), false)
                        .map(ImportedWordsTest::told))
                .containsExactly(track);
    }
}
