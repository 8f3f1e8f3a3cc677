package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Songs that came after the training. */
@QuarkusTest
@TestProfile(Household.Profile.class)
class RecommendUntriedTest {

    @Inject
    Household household;

    @BeforeEach
    void moveIn() {
        household.moveIn();
        Jobs.importedTable("source=" + Household.SOURCE, """
                song,title,artist,user,plays
                new-a,Newest,Artist a3,newcomer,1
                new-b,Latest,Artist b3,newcomer,1
                new-c,Unheard of,Somebody new,newcomer,1
                """);
    }

    @Test
    void untried_none_isTheDefault() {
        assertThat(songs(recommend("'user':'ann5','n':100"))).doesNotContain("new-a", "new-b", "new-c");
        assertThat(songs(recommend("'user':'ann5','n':100,'untried':'none'"))).doesNotContain("new-a");
    }

    @Test
    void untried_only_isTheNewSongsOfKnownArtists_theListenersSceneFirst() {
        JsonPath ofA = recommend("'user':'ann5','untried':'only'");
        assertThat(songs(ofA)).containsExactly("new-a", "new-b");
        assertThat(songs(recommend("'user':'bob5','untried':'only'"))).containsExactly("new-b", "new-a");
        assertThat(ofA.<Boolean>getList("items.untried")).containsExactly(true, true);
        assertSums(ofA);
        assertThat(ofA.<List<String>>getList("items.reasons.song").get(0)).isNotEmpty();
    }

    @Test
    void untried_mixed_isByScore_andLastIsBehindAllOthers() {
        JsonPath mixed = recommend("'user':'ann5','n':100,'untried':'mixed'");
        assertThat(songs(mixed)).contains("new-a", "new-b").doesNotContain("new-c");
        assertThat(mixed.getList("items.score", Float.class)).isSortedAccordingTo((a, b) -> Float.compare(b, a));
        assertThat(mixed.<Boolean>getList("items.untried").stream().filter(Objects::nonNull))
                .hasSize(2);
        assertSums(mixed);

        List<String> last = songs(recommend("'user':'ann5','n':100,'untried':'last'"));
        assertThat(last.subList(last.size() - 2, last.size())).containsExactly("new-a", "new-b");
        assertThat(last).hasSameSizeAs(songs(mixed));
        assertThat(songs(recommend("'user':'ann5','n':3,'untried':'last'")))
                .isEqualTo(songs(recommend("'user':'ann5','n':3")));
    }

    @Test
    void untried_goesWithBlends_filtersAndRadio() {
        JsonPath blend = recommend("'users':['ann5','bob5'],'untried':'only'");
        assertThat(songs(blend)).containsExactlyInAnyOrder("new-a", "new-b");
        assertSums(blend);
        assertThat(songs(recommend("'user':'ann5','untried':'only','exclude':{'artists':['artist-a3']}")))
                .containsExactly("new-b");
        assertThat(songs(recommend("'user':'newcomer','untried':'only'"))).isEmpty();
        assertThat(songs(recommend("'user':'ann5','untried':'only','diversity':0.5,'adventure':0.5")))
                .hasSize(2);
        JsonPath radio = recommend("'user':'ann5','n':2,'untried':'only','continue':true");
        assertThat(songs(radio)).containsExactlyInAnyOrder("new-a", "new-b");
        assertThat(songs(recommend(
                        "'user':'ann5','n':2,'untried':'only','continue':'%s'".formatted(radio.getString("next")))))
                .isEmpty();
        given().contentType("application/json")
                .body("{\"user\":\"ann5\",\"untried\":\"some\"}")
                .post("/recommend")
                .then()
                .statusCode(400);
    }

    @Test
    void radio_ofASongWithoutAnEmbedding_startsFromItsArtist() {
        for (String scene : List.of("a", "b")) {
            JsonPath radio = radio("new-" + scene);
            assertThat(radio.getString("strategy")).isEqualTo("folded-in");
            assertThat(radio.getList("warnings")).isEmpty();
            assertThat(songs(radio)).hasSize(6).allMatch(song -> song.startsWith(scene));
            assertThat(radio.getString("items[0].reasons[0].song")).isEqualTo("new-" + scene);
            assertSums(radio);
        }
        assertThat(radio("new-c").getString("strategy"))
                .as("nobody has heard its artist either")
                .isEqualTo("popular");
    }

    private static JsonPath radio(String song) {
        return given().get("/api/songs/" + song + "/radio?n=6")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void page_asksForThem_andTellsThemApart() {
        String page =
                given().accept("text/html").get("/?user=ann5&n=5&untried=only").asString();

        assertThat(page).contains("Newest", "Not played yet", "<option value=\"only\" selected>");
        assertThat(given().accept("text/html").get("/?user=ann5&n=5").asString())
                .doesNotContain("Newest", "Not played yet");
    }

    private static void assertSums(JsonPath answer) {
        List<Float> scores = answer.getList("items.score", Float.class);
        List<Float> totals = answer.getList("items.reasonsTotal", Float.class);
        for (int k = 0; k < scores.size(); k++) {
            assertThat(totals.get(k)).isCloseTo(scores.get(k), within(1e-4f));
        }
    }

    private static JsonPath recommend(String question) {
        return given().contentType("application/json")
                .body(("{" + question + "}").replace('\'', '"'))
                .post("/recommend")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<String> songs(JsonPath answer) {
        return answer.getList("items.song", String.class);
    }
}
