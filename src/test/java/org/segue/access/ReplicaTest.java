package org.segue.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.segue.songmodel.SongModelSamples;
import org.segue.storage.DataFolder;
import org.segue.testsupport.Services;

/** A service that answers from a song model alone. */
@QuarkusTest
@TestProfile(Services.Replica.class)
class ReplicaTest {

    private static final String HISTORY =
            "\"history\":[{\"mbid\":\"%s\",\"weight\":3},{\"artist\":\"artist 4\",\"title\":\"SONG 12\"}]"
                    .formatted(SongModelSamples.mbid(0));

    @Inject
    DataFolder folder;

    private static Response asked(String body) {
        return given().contentType(ContentType.JSON).body(body).post("/recommend");
    }

    private static JsonPath recommended(String body) {
        Response answer = asked(body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    @Test
    void recommend_history_isAnsweredFromTheSongModel() {
        JsonPath answer = recommended("{%s,\"n\":12}".formatted(HISTORY));

        assertThat(answer.getString("strategy")).isEqualTo("folded-in");
        assertThat(answer.getString("model")).startsWith("song-model-");
        assertThat(answer.getList("items.song", String.class))
                .hasSize(12)
                .allMatch(song -> song.matches("[0-9a-f-]{36}"))
                .doesNotContain(SongModelSamples.mbid(0), SongModelSamples.mbid(12));
        assertThat(answer.getList("items[0].reasons.song")).isNotEmpty();
    }

    @Test
    void recommend_seeds_areAnswered_andListenersAreNone() {
        assertThat(recommended("{\"seeds\":[{\"song\":\"%s\"}]}".formatted(SongModelSamples.mbid(20)))
                        .getList("items"))
                .hasSize(10);
        Response ofListener = asked("{\"user\":\"anna\"}");
        assertThat(ofListener.statusCode()).isEqualTo(409);
        assertThat(ofListener.asString()).contains("it knows no listeners");
        assertThat(asked("{\"users\":[\"anna\",\"ben\"]}").statusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/songs?q=song 1",
        "/api/artists?q=artist",
        "/api/songs/{id}/similar",
        "/api/songs/{id}/path/{other}",
        "/api/map",
        "/q/health",
        "/q/health/ready",
        "/q/metrics"
    })
    void read_whatASongModelTells_isAnswered(String path) {
        given().header("Accept", "*/*")
                .get(path.replace("{id}", SongModelSamples.mbid(0)).replace("{other}", SongModelSamples.mbid(2)))
                .then()
                .statusCode(200);
    }

    @Test
    void read_similarArtists_isAnswered() {
        String artist = given().get("/api/artists?q=artist 1").jsonPath().getString("items[0].id");

        given().get("/api/artists/" + artist + "/similar").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/",
        "GET,/start",
        "GET,/models",
        "GET,/docs",
        "GET,/openapi",
        "GET,/api/status",
        "GET,/api/users",
        "GET,/api/models",
        "GET,/api/songs/x/radio",
        "GET,/recommend",
        "POST,/api/imports",
        "POST,/api/models",
        "POST,/api/tokens",
        "POST,/api/backup",
        "POST,/api/songs",
        "POST,/1/submit-listens",
        "POST,/2.0/",
        "POST,/start/claim",
        "PUT,/api/users/anna/feedback/songs/x",
        "DELETE,/api/models/x"
    })
    void ask_anythingElse_is409WithASentence(String method, String path) {
        Response answer = given().request(method, path);

        assertThat(answer.asString()).contains("This is a replica: it answers from a song model alone.");
        assertThat(answer.statusCode()).isEqualTo(path.startsWith("/2.0") ? answer.statusCode() : 409);
    }

    @Test
    void start_takesNoDataFolder_andMakesNoToken() {
        assertThat(folder.root())
                .isEqualTo(Path.of(ConfigProvider.getConfig().getValue("segue.data-dir", String.class)))
                .hasParent(Path.of(System.getProperty("java.io.tmpdir")));
        assertThat(List.of("active", "models"))
                .allSatisfy(name -> assertThat(folder.root().resolve("models").resolve(name))
                        .doesNotExist());
    }
}
