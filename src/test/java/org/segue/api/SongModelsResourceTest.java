package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segue.catalog.RecordingKey;
import org.segue.songmodel.ModelSong;
import org.segue.songmodel.SongModelSamples;
import org.segue.storage.Database;
import org.segue.storage.Statements;
import org.segue.testsupport.EmptyService;

/** Song models into a service and out of it again; everything is real. */
@QuarkusTest
class SongModelsResourceTest {

    private static final int SONGS = 12;

    @TempDir
    Path folder;

    @Inject
    Database database;

    @BeforeEach
    void beEmpty() {
        EmptyService.now();
    }

    // Other classes ask the same service, and an active song model would answer them.
    @AfterEach
    void leaveNothing() {
        EmptyService.now();
    }

    private Path sample() throws IOException {
        return SongModelSamples.write(folder.resolve("sample"), SONGS);
    }

    private static Response take(Path file, String query) {
        return given().multiPart("file", file.toFile()).post("/api/models" + query);
    }

    private static JsonPath taken(Path file, String query) {
        Response answer = take(file, query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath();
    }

    private static JsonPath recommended(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/recommend")
                .jsonPath();
    }

    private int count(String sql) {
        return database.read(connection -> Statements.selectInt(connection, sql));
    }

    @Test
    void take_firstModel_answersListenersItHasNeverSeen() throws IOException {
        Jobs.importedTable("user=anna", "artist,title,plays\nArtist 0,Song 0,3\nArtist 1,Song 4,2\n");

        JsonPath model = taken(sample(), "");

        assertThat(model.getBoolean("active")).as(model.prettify()).isTrue();
        assertThat(model.getString("manifest.activation.reason")).startsWith("Activated as the first model");
        assertThat(model.getInt("manifest.songs")).isEqualTo(SONGS);
        assertThat(model.getInt("manifest.songModel.users")).isEqualTo(12_000);
        assertThat(model.getString("manifest.songModel.license")).isEqualTo("CC0-1.0");
        JsonPath answer = recommended("{\"user\":\"anna\",\"n\":5}");
        assertThat(answer.getString("strategy")).isEqualTo("folded-in");
        assertThat(answer.getString("model")).isEqualTo(model.getString("version"));
        assertThat(answer.getList("items.title"))
                .hasSize(5)
                .allMatch(title -> title.toString().startsWith("Song"))
                .doesNotContain("Song 0", "Song 4");
        double reasons = answer.getList("items[0].reasons.contribution", Float.class).stream()
                .mapToDouble(Float::doubleValue)
                .sum();
        assertThat(reasons).isCloseTo(answer.getDouble("items[0].reasonsTotal"), Offset.offset(1e-4));
        assertThat(count("SELECT count(*) FROM listen") + count("SELECT count(*) FROM play_count"))
                .isEqualTo(2);
        assertThat(count("SELECT count(*) FROM song WHERE listeners > 0")).isEqualTo(2);
    }

    @Test
    void take_songsAreFound_andSimilarPathAndMapWork() throws IOException {
        Jobs.importedTable("user=anna", "artist,title,plays\nArtist 0,Song 0,3\nArtist 1,Song 4,2\n");
        Jobs.importedTable("user=ben", "artist,title,plays\nArtist 0,Song 1,3\nArtist 2,Song 8,2\n");
        taken(sample(), "");

        JsonPath found = given().get("/api/songs?q=song 11").jsonPath();
        String eleven = found.getString("items[0].id");
        assertThat(found.getList("items.title")).containsExactly("Song 11");
        assertThat(eleven).isEqualTo(RecordingKey.msid("Artist 3", "Song 11"));
        assertThat(given().get("/api/songs/" + SongModelSamples.mbid(10))
                        .jsonPath()
                        .getString("title"))
                .isEqualTo("Song 10");
        Response similar = given().get("/api/songs/" + eleven + "/similar");
        assertThat(similar.asString()).contains("\"Song ");
        String zero = given().get("/api/songs?q=song 0").jsonPath().getString("items[0].id");
        given().get("/api/songs/" + zero + "/path/" + eleven + "?steps=2")
                .then()
                .statusCode(200);
        given().get("/api/map").then().statusCode(200);
        assertThat(recommended("{\"users\":[\"anna\",\"ben\"],\"n\":3}").getList("items"))
                .hasSize(3);
        assertThat(recommended("{\"seeds\":[{\"song\":\"" + eleven + "\"}],\"n\":3}")
                        .getList("items"))
                .hasSize(3);
    }

    @Test
    void take_songsThatAreHere_staysWhatTheyAre_andDeleteRemovesTheOthers() throws IOException {
        Jobs.importedTable(
                "user=anna",
                "artist,title,plays,mbid\nARTIST 0,song 0,3,\nSomebody,Else,1," + SongModelSamples.mbid(2) + "\n");
        String before = songs();
        int artists = count("SELECT count(*) FROM artist");

        String version = taken(sample(), "").getString("version");

        assertThat(count("SELECT count(*) FROM song")).isEqualTo(2 + SONGS - 2);
        assertThat(count("SELECT count(*) FROM song_alias WHERE external_id = '" + SongModelSamples.mbid(0) + "'"))
                .isZero();
        assertThat(songs()).startsWith(before);

        given().delete("/api/models/" + version).then().statusCode(204);

        assertThat(songs()).isEqualTo(before);
        assertThat(count("SELECT count(*) FROM artist")).isEqualTo(artists);
        assertThat(count("SELECT count(*) FROM song_model")).isZero();
        assertThat(given().get("/api/songs?q=song 11").jsonPath().getList("items"))
                .isEmpty();
        assertThat(recommended("{\"user\":\"anna\"}").<Object>get("model")).isNull();
        given().delete("/api/models/" + version).then().statusCode(404);
    }

    private String songs() {
        return String.join(
                "\n",
                database.query(
                        "SELECT id, public_id, title, mbid, recording_key, merged_into, listeners FROM song ORDER BY id",
                        row -> row.getInt(1)
                                + row.getString(2)
                                + row.getString(3)
                                + row.getString(4)
                                + row.getString(5)
                                + row.getInt(6)
                                + ' '
                                + row.getInt(7)));
    }

    @Test
    void delete_songPlayedMeanwhile_stays() throws IOException {
        Jobs.importedTable("user=anna", "artist,title,plays\nArtist 0,Song 0,3\n");
        String version = taken(sample(), "").getString("version");
        Jobs.importedTable("user=anna", "artist,title,plays\nArtist 2,Song 7,1\n");

        given().delete("/api/models/" + version).then().statusCode(204);

        assertThat(database.query("SELECT title FROM song ORDER BY id", row -> row.getString(1)))
                .containsExactly("Song 0", "Song 7");
    }

    @Test
    void undo_songThatAModelPointsAt_staysAsLongAsTheModel() throws IOException {
        JsonPath accepted = given().contentType("text/csv")
                .body("artist,title,plays\nArtist 0,Song 0,3\n")
                .post("/api/imports?user=anna")
                .jsonPath();
        Jobs.ended(accepted, "imports");
        String version = taken(sample(), "").getString("version");

        given().delete("/api/imports/" + accepted.getInt("id")).then().statusCode(200);
        Jobs.eventually(
                () -> assertThat(count("SELECT count(*) FROM play_count")).isZero());

        assertThat(count("SELECT count(*) FROM song")).isEqualTo(SONGS);
        given().delete("/api/models/" + version).then().statusCode(204);
        assertThat(count("SELECT count(*) FROM song")).isZero();
    }

    @Test
    void take_twoModels_bothAreKept_oneAnswers() throws IOException {
        Jobs.importedTable("user=anna", "artist,title,plays\nArtist 0,Song 0,3\n");
        String first = taken(sample(), "").getString("version");
        JsonPath second = taken(sample(), "");

        assertThat(second.getBoolean("active")).isFalse();
        assertThat(second.getString("manifest.activation.reason")).startsWith("Imported, but not activated");
        given().delete("/api/models/" + first).then().statusCode(409);
        given().post("/api/models/" + second.getString("version") + "/activate")
                .then()
                .statusCode(200);
        given().delete("/api/models/" + first).then().statusCode(204);
        assertThat(count("SELECT count(*) FROM song")).isEqualTo(SONGS);
    }

    @Test
    void take_fewerSongs_takesThoseHeardFirst() throws IOException {
        Jobs.importedTable("user=anna", "artist,title,plays\nArtist 3,Song 10,3\nArtist 3,Song 11,3\n");

        JsonPath model = taken(sample(), "?songs=4");

        assertThat(model.getInt("manifest.songs")).isEqualTo(4);
        assertThat(model.getInt("manifest.songModel.songs")).isEqualTo(SONGS);
        assertThat(database.query("SELECT title FROM song ORDER BY title", row -> row.getString(1)))
                .containsExactly("Song 0", "Song 1", "Song 10", "Song 11");
        assertThat(recommended("{\"user\":\"anna\"}").getList("items.title"))
                .containsExactlyInAnyOrder("Song 0", "Song 1");
        assertThat(take(folder.resolve("sample"), "?songs=0").statusCode()).isEqualTo(422);
    }

    @Test
    void take_refusedFile_changesNothing() throws IOException {
        Jobs.importedTable("user=anna", "artist,title,plays\nArtist 0,Song 0,3\n");
        taken(sample(), "");
        Map<String, Long> filesBefore = files();
        String songsBefore = songs();
        Path spoilt = folder.resolve("spoilt");
        List<Path> hostile = new ArrayList<>();
        hostile.add(SongModelSamples.spoilt(
                sample(), folder.resolve("key"), "songs.jsonl", SongModelSamples.text(s -> s.replace("Song 3", "X"))));
        hostile.add(SongModelSamples.spoilt(
                sample(),
                folder.resolve("newer"),
                "manifest.json",
                SongModelSamples.text(s -> s.replace(": 1,", ": 9,"))));
        hostile.add(SongModelSamples.spoilt(
                sample(), folder.resolve("cut"), "neighbors.safetensors", bytes -> Arrays.copyOf(bytes, 90)));
        Files.writeString(spoilt, "no zip");
        hostile.add(spoilt);
        for (Path file : hostile) {
            Response answer = take(file, "");
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.jsonPath().getString("detail")).isNotBlank();
            assertThat(answer.asString()).doesNotContain(dataFolder().toString());
        }
        given().multiPart("other", "x").post("/api/models").then().statusCode(422);

        assertThat(files()).isEqualTo(filesBefore);
        assertThat(songs()).isEqualTo(songsBefore);
        assertThat(count("SELECT count(*) FROM song_model")).isEqualTo(1);
    }

    private static Path dataFolder() {
        return ConfigProvider.getConfig().getValue("segue.data-dir", Path.class);
    }

    private static Map<String, Long> files() throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(dataFolder())) {
            for (Path file :
                    files.filter(path -> path.toString().contains("model")).toList()) {
                if (!file.toString().contains("incoming")) {
                    sizes.put(file.toString(), Files.isDirectory(file) ? 0 : Files.size(file));
                }
            }
        }
        return sizes;
    }

    @Test
    void export_holdsNoSongAndNoPairOfFewListeners_andComesBack() throws IOException {
        // Songs 0 to 9 of twelve people each; song 10 of four; 8 and 9 have but four listeners in common.
        StringBuilder rows = new StringBuilder("user_id,artist,title,listened_at\n");
        long time = 1_700_000_000;
        for (int user = 0; user < 20; user++) {
            for (int song = 0; song < 10; song++) {
                boolean has = song == 8 ? user < 12 : song == 9 ? user >= 8 : (user + song) % 3 != 0;
                rows.append(has ? "u%d,Band %d,Tune %d,%d%n".formatted(user, song % 4, song, time += 240) : "");
            }
            rows.append(user < 4 ? "u%d,Secret Band,Hidden Tune,%d%n".formatted(user, time += 240) : "");
        }
        Jobs.importedTable("source=house", rows.toString());
        String version = Jobs.trained("{\"dimension\":4,\"epochs\":3,\"tune\":false,\"evaluate\":false}")
                .getString("model");

        Response exported = given().get("/api/models/" + version + "/export");

        assertThat(exported.statusCode()).as(exported.asString()).isEqualTo(200);
        assertThat(exported.header("Content-Disposition")).contains(version + ".segue-model");
        Path file = Files.write(folder.resolve("out"), exported.asByteArray());
        Map<String, byte[]> files = SongModelSamples.files(file);
        for (byte[] bytes : files.values()) {
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT))
                    .doesNotContain("hidden", "secret", "u1\"", "house");
        }
        List<ModelSong> songs = SongModelSamples.read(file, folder.resolve("read"));
        assertThat(songs).hasSize(10).allMatch(song -> song.listeners() >= 5).isSortedAccordingTo(ModelSong.ORDER);
        List<String> titles = songs.stream().map(ModelSong::title).toList();
        assertThat(SongModelSamples.pairs(folder.resolve("read")))
                .isNotEmpty()
                .noneMatch(pair -> pair.contains(titles.indexOf("Tune 8")) && pair.contains(titles.indexOf("Tune 9")));

        EmptyService.now();
        assertThat(taken(file, "").getInt("manifest.songs")).isEqualTo(10);
        given().get("/api/models/2026-01-01T00-00-00Z-0000/export").then().statusCode(404);
    }

    @Test
    void export_householdOfFew_isRefused() {
        Jobs.importedTable(
                "user=anna", "artist,title,plays\nArtist 0,Song 0,3\nArtist 0,Song 1,3\nArtist 0,Song 2,1\n");
        String version = Jobs.trained("{\"dimension\":2,\"epochs\":2,\"tune\":false,\"evaluate\":false}")
                .getString("model");

        Response refused = given().get("/api/models/" + version + "/export");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("detail")).contains("no song in it has 5 listeners or more");
    }

    @Test
    void train_whileASongModelAnswers_doesNotReplaceIt() throws IOException {
        StringBuilder rows = new StringBuilder("user_id,artist,title,plays\n");
        for (int cell = 0; cell < 60; cell++) {
            rows.append("u%d,Artist %d,Song %d,1%n".formatted(cell % 12, cell % 10 / 3, cell % 10));
        }
        Jobs.importedTable("source=house", rows.toString());
        String songModel = taken(sample(), "").getString("version");

        JsonPath trained = Jobs.trained("{\"dimension\":2,\"epochs\":2,\"tune\":false}");

        assertThat(trained.getBoolean("activated")).isFalse();
        assertThat(trained.getString("reason")).startsWith("Not activated: a song model is active");
        assertThat(given().get("/api/models/" + songModel).jsonPath().getBoolean("active"))
                .isTrue();
        given().post("/api/models/" + trained.getString("model") + "/activate")
                .then()
                .statusCode(200);
        given().post("/api/models/" + songModel + "/activate").then().statusCode(200);
        assertThat(given().get("/api/models").jsonPath().getList("items.version", String.class))
                .isSortedAccordingTo(Comparator.reverseOrder());
    }
}
