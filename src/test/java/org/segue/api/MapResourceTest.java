package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(Household.Profile.class)
class MapResourceTest {

    @Inject
    Household household;

    @BeforeEach
    void moveIn() {
        household.moveIn();
    }

    @Test
    void map_hasEachRecordingOnceAndTheScenesApart() {
        JsonPath map = get("map", 200);

        assertThat(map.getString("model")).isEqualTo("household");
        assertThat(map.getList("warnings")).isEmpty();
        assertThat(map.getList("items.song", String.class))
                .hasSize(49)
                .doesNotHaveDuplicates()
                .contains("a21", "b64");
        assertThat(map.getList("items.listeners", Integer.class)).isSortedAccordingTo((a, b) -> Integer.compare(b, a));
        List<Map<String, Object>> items = map.getList("items");
        assertThat(items.get(0)).containsKeys("title", "artist", "artistId", "x", "y");
        // √(49 / 8) is 2.5: two clusters, which are the scenes.
        assertThat(map.getList("clusters.cluster")).containsExactly(0, 1);
        assertThat(map.getInt("clusters.songs.sum()")).isEqualTo(49);
        Set<String> scenesAndClusters = new HashSet<>();
        items.forEach(item ->
                scenesAndClusters.add(String.valueOf(item.get("song")).charAt(0) + " in " + item.get("cluster")));
        assertThat(scenesAndClusters).hasSize(2);
        String first = map.getString("items.find { it.cluster == 0 }.song").substring(0, 1);
        assertThat(map.getString("clusters[0].label")).matches("Artist %1$s\\d, Artist %1$s\\d".formatted(first));
    }

    @Test
    void map_ofFewer_isTheBeginningOfTheSameMap() {
        JsonPath all = get("map?limit=2000", 200);
        JsonPath few = get("map?limit=5", 200);

        assertThat(few.getList("items"))
                .hasSize(5)
                .isEqualTo(all.getList("items").subList(0, 5));
        assertThat(few.getInt("clusters.songs.sum()")).isEqualTo(5);
        assertThat(all.getList("clusters.label")).containsAll(few.getList("clusters.label"));
    }

    @Test
    void map_ofAUser_marksWhatTheyHaveHeard() {
        JsonPath map = get("map?user=tim", 200);

        assertThat(map.getList("items.findAll { it.heard }.song", String.class))
                .containsExactlyInAnyOrder("a12", "a22", "a32", "a42");
        assertThat(map.getList("items.findAll { it.heard == false }")).hasSize(45);
        assertThat(get("map", 200).getList("items.findAll { it.heard != null }"))
                .as("nobody was named")
                .isEmpty();
        assertThat(get("map?user=nobody-here", 404).getString("detail")).isEqualTo("There is no user nobody-here.");
    }

    @Test
    void map_hasAllSongsOfTheUser_whateverTheLimit_inTheSamePlaces() {
        JsonPath few = get("map?limit=1&user=tim", 200);
        JsonPath all = get("map?limit=2000&user=tim", 200);

        assertThat(few.getList("items.findAll { it.heard }.song", String.class))
                .containsExactlyInAnyOrder("a12", "a22", "a32", "a42");
        assertThat(few.getList("items").size()).isBetween(4, 5);
        assertThat(few.getInt("unplaced")).isZero();
        assertThat(all.getList("items")).containsAll(few.getList("items"));
        assertThat(few.getInt("clusters.songs.sum()"))
                .isEqualTo(few.getList("items").size());
        assertThat(few.getList("items.listeners", Integer.class)).isSortedAccordingTo((a, b) -> Integer.compare(b, a));
    }

    // a65 is a remaster of a11, which is the copy that the map has.
    @Test
    void map_copyOfARecording_isMarkedOnTheOneThatIsDrawn() {
        JsonPath map = get("map?user=ann1", 200);
        assertThat(map.getList("items.findAll { it.heard }.song", String.class)).contains("a11");
        assertThat(map.getInt("unplaced")).isZero();
    }

    @Test
    void map_recommendationsAndPath_areOnIt() {
        JsonPath map = get("map?limit=1&user=tim&recommendations=5&from=a11&to=b11", 200);

        List<String> recommended = map.getList("recommended");
        List<String> path = map.getList("path");
        assertThat(recommended).hasSize(5).doesNotContain("a12", "a22", "a32", "a42");
        assertThat(recommended)
                .isEqualTo(given().contentType("application/json")
                        .body("{\"user\":\"tim\",\"n\":5}")
                        .post("/recommend")
                        .jsonPath()
                        .getList("items.song"));
        assertThat(path).hasSize(7).startsWith("a11").endsWith("b11");
        assertThat(map.getList("items.song", String.class))
                .containsAll(recommended)
                .containsAll(path);
    }

    @Test
    void map_questionsThatMakeNoSense_areToldApart() {
        assertThat(get("map?recommendations=5", 422).getString("detail")).isEqualTo("recommendations needs user.");
        assertThat(get("map?from=a11", 422).getString("detail")).isEqualTo("A path needs from and to.");
        assertThat(get("map?to=a11", 422).getString("detail")).isEqualTo("A path needs from and to.");
        assertThat(get("map?from=a11&to=a11", 422).getString("detail")).isEqualTo("A path leads to another song.");
        assertThat(get("map?from=a11&to=nope", 404).getString("detail")).isEqualTo("There is no song nope.");
        assertThat(get("map?user=tim&recommendations=101", 422).getInt("status"))
                .isEqualTo(422);
    }

    @Test
    void map_isCompressed_forWhoTakesIt() {
        given().header("Accept-Encoding", "gzip")
                .config(RestAssured.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .get("/api/map")
                .then()
                .statusCode(200)
                .header("Content-Encoding", "gzip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2001", "-1", "many"})
    void map_limitOutOfRange_is422(String limit) {
        assertThat(get("map?limit=" + limit, 422).getInt("status")).isEqualTo(422);
    }

    private static JsonPath get(String path, int status) {
        return given().get("/api/" + path).then().statusCode(status).extract().jsonPath();
    }
}
