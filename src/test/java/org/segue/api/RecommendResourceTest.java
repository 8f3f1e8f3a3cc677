package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.testsupport.EmptyService;
import org.segue.testsupport.Services;

/** Twenty listeners of rock and twenty of jazz, each with all ten songs of the kind but one; and what they are told. */
@QuarkusTest
@TestProfile(Services.Trainings.class)
class RecommendResourceTest {

    private static final String PROBLEM = "application/problem+json";
    private static boolean trained;

    @BeforeAll
    static void beEmpty() {
        EmptyService.now();
    }

    @BeforeEach
    void train() {
        if (!trained) {
            assertThat(ask("{\"user\":\"rock-0\"}").getString("warnings[0]"))
                    .isEqualTo("No songs are left to recommend.");
            JsonPath map =
                    given().get("/api/map").then().statusCode(200).extract().jsonPath();
            assertThat(map.getList("items")).isEmpty();
            assertThat(map.getList("clusters")).isEmpty();
            assertThat(map.getList("warnings")).containsExactly("No model has been trained yet.");
            StringBuilder csv = new StringBuilder("user,song,plays,title,artist\n");
            for (int i = 0; i < 20; i++) {
                rows(csv, "rock", i);
                rows(csv, "jazz", i);
            }
            Jobs.imported("scenes", csv.toString());
            Jobs.eventually(() -> assertThat(ask("{\"user\":\"rock-0\"}").getString("warnings[0]"))
                    .contains("No model has been trained yet"));
            JsonPath training = Jobs.trained("{\"dimension\":4,\"epochs\":8,\"seed\":7}");
            assertThat(training.getString("status")).as(training.prettify()).isEqualTo("completed");
            assertThat(training.getString("model")).isNotBlank();
            trained = true;
        }
    }

    private static void rows(StringBuilder csv, String scene, int listener) {
        for (int song = 0; song < 10; song++) {
            if (song != listener % 10) {
                csv.append("%s-%d,%s-song-%d,%d,%s %d,%s Band %d\n"
                        .formatted(scene, listener, scene, song, 1 + song, scene, song, scene, song % 2));
            }
        }
    }

    @Test
    void recommend_userOfTheTraining_isTrained() {
        JsonPath answer = ask("{\"user\":\"rock-3\"}");

        assertThat(answer.getString("user")).isEqualTo("rock-3");
        assertThat(answer.getString("strategy")).isEqualTo("trained");
        assertThat(answer.getString("model")).isNotBlank();
        assertThat(answer.getList("warnings")).isEmpty();
        assertThat(answer.getMap("items[0]"))
                .containsEntry("rank", 1)
                .containsEntry("song", "rock-song-3")
                .containsEntry("title", "rock 3")
                .containsEntry("artist", "rock Band 1")
                .containsEntry("artistId", "rock-band-1")
                .containsEntry("album", null);
        assertThat(answer.getList("items.rank", Integer.class))
                .startsWith(1, 2, 3)
                .hasSize(10);
        assertThat(answer.getList("items.score", Float.class)).isSortedAccordingTo((a, b) -> Float.compare(b, a));
        assertThat(answer.getList("items.song")).doesNotHaveDuplicates().doesNotContain("rock-song-4");
    }

    @Test
    void recommend_reasons_areOwnSongsAndAddUpToTheScore() {
        JsonPath answer = ask("{\"user\":\"jazz-5\",\"n\":3}");
        for (int i = 0; i < 3; i++) {
            String item = "items[%d].".formatted(i);
            assertThat(answer.getFloat(item + "reasonsTotal"))
                    .isCloseTo(answer.getFloat(item + "score"), within(1e-4f));
            assertThat(answer.getList(item + "reasons")).hasSize(3);
            assertThat(answer.getString(item + "reasons[0].song")).startsWith("jazz-song-");
            assertThat(answer.getString(item + "reasons[0].title")).startsWith("jazz ");
            assertThat(answer.getFloat(item + "reasons[0].contribution")).isNotZero();
        }
    }

    @Test
    void recommend_twice_isTheSameAnswer() {
        String first = ask("{\"user\":\"rock-7\",\"n\":20}").prettify();

        assertThat(ask("{\"user\":\"rock-7\",\"n\":20}").prettify()).isEqualTo(first);
    }

    @Test
    void recommend_userWhoCameAfterTheTraining_isFoldedIn() {
        Jobs.imported("late", "user,song\nlate-user,x\n");
        Jobs.imported(
                "scenes", "user,song,plays\nnewcomer,rock-song-1,3\nnewcomer,rock-song-2,1\nnewcomer,rock-song-5,9\n");
        Jobs.eventually(() ->
                assertThat(ask("{\"user\":\"newcomer\"}").getString("strategy")).isEqualTo("folded-in"));
        JsonPath answer = ask("{\"user\":\"newcomer\",\"n\":5}");

        assertThat(answer.getList("items.song", String.class)).hasSize(5).allMatch(song -> song.startsWith("rock-"));
        assertThat(answer.getFloat("items[0].reasonsTotal"))
                .isCloseTo(answer.getFloat("items[0].score"), within(1e-4f));
        assertThat(ask("{\"user\":\"rock-3\"}").getString("strategy")).isEqualTo("trained");
        JsonPath unknownSongs = ask("{\"user\":\"late-user\"}");
        assertThat(unknownSongs.getString("strategy")).isEqualTo("not-enough");
        assertThat(unknownSongs.getString("warnings[0]"))
                .contains("other listeners have played 0 of these songs, and at least 2 are needed");
    }

    @Test
    void recommend_unknownUser_fallsBackToPopularity() {
        JsonPath answer = ask("{\"user\":\"nobody at all\"}");

        assertThat(answer.getString("strategy")).isEqualTo("popular");
        assertThat(answer.getString("model")).isNull();
        assertThat(answer.getString("warnings[0]")).contains("No data for this user");
        assertThat(answer.getList("items")).hasSize(10);
        assertThat(answer.getList("items.score", Float.class)).isSortedAccordingTo((a, b) -> Float.compare(b, a));
        assertThat(answer.getList("items[0].reasons")).isEmpty();
    }

    @Test
    void recommend_sourceAndId_meanThatUser() {
        JsonPath answer = ask("{\"user\":{\"source\":\"scenes\",\"id\":\"rock-3\"},\"n\":1}");

        assertThat(answer.getString("user")).isEqualTo("rock-3");
        assertThat(answer.getString("strategy")).isEqualTo("trained");
        assertThat(ask("{\"user\":{\"source\":\"scenes\",\"id\":404}}").getString("strategy"))
                .isEqualTo("popular");
    }

    @Test
    void recommend_excludedSongsAndArtists_areLeftOut() {
        String body = """
                {"user":"rock-3","n":500,"exclude":{"songs":["rock-song-3","no such song"],"artists":["jazz-band-0"]}}""";
        List<String> songs = ask(body).getList("items.song");

        assertThat(songs)
                .isNotEmpty()
                .doesNotContain("rock-song-3", "jazz-song-0", "jazz-song-2")
                .contains("jazz-song-1", "jazz-song-3");
    }

    @Test
    void recommend_heardWanted_hasHeardSongsToo() {
        List<String> songs = ask("{\"user\":\"rock-3\",\"exclude\":{\"heard\":false},\"n\":12}")
                .getList("items.song");

        assertThat(songs).contains("rock-song-4", "rock-song-5");
    }

    @Test
    void recommend_everythingExcluded_isEmptyAndSaysSo() {
        String body = """
                {"user":"nobody","n":500,"exclude":{"artists":["rock-band-0","rock-band-1","jazz-band-0","jazz-band-1"],"songs":["x"]}}""";
        JsonPath answer = ask(body);

        assertThat(answer.getList("items")).isEmpty();
        assertThat(answer.getString("warnings[0]")).contains("No songs are left");
    }

    @Test
    void recommend_withoutExplanation_hasNoReasons() {
        JsonPath answer = ask("{\"user\":\"rock-3\",\"explain\":false}");

        assertThat(answer.getList("items.reasons.flatten()")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1,1", "500,11"})
    void recommend_nInItsBounds_givesAsManyAsThereAre(int n, int least) {
        assertThat(ask("{\"user\":\"rock-3\",\"n\":" + n + "}").getList("items"))
                .hasSizeGreaterThanOrEqualTo(least)
                .hasSizeLessThanOrEqualTo(n);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'user':'a','n':0} | n",
                "{'user':'a','n':501} | n",
                "{'user':'a','n':-1} | n",
                "{} | user",
                "{'user':null} | user",
                "{'user':'a','exclude':{'songs':[null]}} | exclude.songs",
            })
    void recommend_outOfRange_is422AndNamed(String body, String field) {
        send(body)
                .then()
                .statusCode(422)
                .contentType(PROBLEM)
                .body("violations[0].field", containsString(field))
                .body("title", equalTo("Unprocessable Content"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'user':'a','wish':1} | wish",
                "{'user':'a','exclude':{'song':[]}} | exclude.song",
                "{'user':'a','n':'10'} | n",
                "{'user':'a','n':1.7} | n",
                "{'user':'a','n':true} | n",
                "{'user':7} | user",
                "{'user':''} | user",
                "{'user':['a']} | user",
                "{'user':{'id':'2'}} | user",
                "{'user':{'source':5,'id':'2'}} | user",
                "{'user':{'source':'s','id':true}} | user",
                "{'user':{'source':'s','id':'2','x':1}} | user",
                "{'user':'a','explain':'yes'} | explain",
                "{'user':'a','explain':1} | explain",
                "{'user':'a','exclude':[]} | exclude",
                "{'user':'a','exclude':{'songs':'x'}} | exclude.songs",
                "{'user':'a','exclude':{'songs':[7]}} | exclude.songs[0]",
            })
    void recommend_wrongTypeOrUnknownField_is400AndNamed(String body, String field) {
        send(body)
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("violations[0].field", equalTo(field))
                .body("detail", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "7",
                "'a'",
                "{",
                "{'user':'a'",
                "{'user':'a'} and more",
                "{'user':'a','user':'b'}",
                "{'user':a}",
                "user=a",
                "{'user':'a',}",
                "\u0000"
            })
    void recommend_notTheJsonExpected_is400(String body) {
        send(body).then().statusCode(400).contentType(PROBLEM).body("status", equalTo(400));
    }

    @Test
    void recommend_deepJson_is400() {
        send("{'user':" + "[".repeat(5000)).then().statusCode(400).contentType(PROBLEM);
    }

    @Test
    void recommend_otherMediaType_is415() {
        given().contentType("text/plain")
                .body("{\"user\":\"a\"}")
                .post("/recommend")
                .then()
                .statusCode(415);
    }

    @Test
    void recommend_bodyTooLarge_is413() {
        String padding = " ".repeat(5 << 19);
        send("{'user':'a'}" + padding)
                .then()
                .statusCode(413)
                .contentType(PROBLEM)
                .body("detail", containsString("2500000"));
    }

    private static io.restassured.response.Response send(String body) {
        return given().contentType("application/json")
                .body(body.replace('\'', '"'))
                .post("/recommend");
    }

    private static JsonPath ask(String body) {
        return send(body).then().statusCode(200).extract().jsonPath();
    }
}
