package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One list for several people of two scenes. */
@QuarkusTest
@TestProfile(Household.Profile.class)
class RecommendGroupTest {

    @Inject
    Household household;

    @BeforeEach
    void moveIn() {
        household.moveIn();
    }

    @Test
    void recommend_users_haveOneListThatNobodyKnows() {
        JsonPath answer = recommend("{'users':['ann5','bob3'],'n':100}");

        assertThat(answer.getList("users")).containsExactly("ann5", "bob3");
        assertThat(answer.<Object>get("user")).isNull();
        assertThat(answer.getString("strategy")).isEqualTo("trained");
        assertThat(answer.getString("model")).isEqualTo("household");
        assertThat(answer.getList("warnings")).isEmpty();
        // In this model each scene's list ranks its own songs first: what both may hear is what neither knows.
        List<String> unknownToBoth = new ArrayList<>(songs(recommend("{'user':'ann5','n':100}")));
        unknownToBoth.retainAll(songs(recommend("{'user':'bob3','n':100}")));
        assertThat(songs(answer)).isNotEmpty().containsAll(unknownToBoth);
        assertThat(songs(answer)).allMatch(song -> unknownToBoth.contains(song) || isCopy(song));
        assertThat(answer.getList("items.score", Float.class)).isSortedAccordingTo((a, b) -> Float.compare(b, a));
    }

    // Of two copies either may be the one that is answered.
    private static boolean isCopy(String song) {
        return List.of("a11", "a65").contains(song);
    }

    @Test
    void recommend_users_reasonsNameWhoseSongItIsAndAddUp() {
        JsonPath answer = recommend("{'users':['ann5','bob3'],'n':40}");

        List<Map<String, Object>> reasons = answer.getList("items.reasons.flatten()");
        assertThat(reasons)
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(reason.get("song"))
                        .asString()
                        .startsWith("ann5".equals(reason.get("user")) ? "a" : "b"));
        assertThat(reasons.stream().map(reason -> reason.get("user")).collect(Collectors.toSet()))
                .isEqualTo(Set.of("ann5", "bob3"));
        List<Float> scores = answer.getList("items.score");
        List<Float> totals = answer.getList("items.reasonsTotal");
        for (int i = 0; i < scores.size(); i++) {
            assertThat(totals.get(i)).isCloseTo(scores.get(i), within(1e-4f));
        }
        assertThat(recommend("{'user':'ann5'}").<Object>get("items[0].reasons[0].user"))
                .isNull();
        assertThat(recommend("{'users':['ann5','bob3'],'explain':false}").getList("items.reasons.flatten()"))
                .isEmpty();
    }

    @Test
    void recommend_usersOfOneScene_getItsSongs() {
        JsonPath answer = recommend("{'users':['bob1','bob2','bob3'],'n':10,'exclude':{'heard':false}}");

        assertThat(songs(answer)).allMatch(song -> song.startsWith("b"));
        assertThat(songs(recommend("{'users':['bob3','bob1','bob2'],'n':10,'exclude':{'heard':false}}")))
                .isEqualTo(songs(answer));
    }

    @Test
    void recommend_usersBySourceAndId_areThose() {
        String bob = "{'source':'%s','id':'bob3'}".formatted(Household.SOURCE);
        JsonPath answer = recommend("{'users':['ann5'," + bob + "]}");

        assertThat(answer.getList("users")).containsExactly("ann5", "bob3");
        assertThat(songs(answer)).isEqualTo(songs(recommend("{'users':['ann5','bob3']}")));
        assertThat(post("{'users':['bob3'," + bob + "]}", 422)).contains("bob3 is named twice");
    }

    @Test
    void recommend_someUsersUnknown_countsTheOthersAndSaysSo() {
        JsonPath answer = recommend("{'users':['nobody','bob3','no one']}");

        assertThat(answer.getString("strategy")).isEqualTo("trained");
        assertThat(answer.getList("warnings", String.class))
                .containsExactly("Unknown users were ignored: nobody, no one.");
        assertThat(songs(answer)).isEqualTo(songs(recommend("{'user':'bob3'}")));
        assertThat(answer.getList("items.reasons.user.flatten()")).containsOnly("bob3");
    }

    @Test
    void recommend_allUsersUnknown_isPopular() {
        JsonPath answer = recommend("{'users':['nobody','no one']}");

        assertThat(answer.getString("strategy")).isEqualTo("popular");
        assertThat(answer.getList("items")).hasSize(10);
        assertThat(answer.getList("warnings", String.class))
                .hasSize(2)
                .anyMatch(warning -> warning.startsWith("The model has no data for these users"));
    }

    @Test
    void recommend_whatOneOfThemBansOrDislikes_isLeftOutForAll() {
        String request = "{'users':['ann7','bob7'],'n':100,'exclude':{'heard':false}}";
        List<String> before = songs(recommend(request));
        assertThat(before).contains("b21", "a31", "a32");
        try {
            put("users/bob7/feedback/songs/b21", "dislike");
            put("users/ann7/feedback/artists/artist-a3", "ban");
            JsonPath answer = recommend(request);

            assertThat(answer.getString("strategy")).isEqualTo("folded-in");
            assertThat(songs(answer)).contains("b22").doesNotContain("b21", "a31", "a32", "a33", "a34");
        } finally {
            given().delete("/api/users/bob7/feedback/songs/b21").then().statusCode(204);
            given().delete("/api/users/ann7/feedback/artists/artist-a3").then().statusCode(204);
        }
    }

    @Test
    void recommend_usersWithFilters_holdToThem() {
        JsonPath answer = recommend("{'users':['tim','bob3'],'n':100,'exclude':{'heardWithinDays':30}}");
        assertThat(songs(answer)).doesNotContain("a12").contains("a22", "a32");

        Map<String, Long> byArtist =
                recommend("{'users':['ann5','bob3'],'n':10,'maxPerArtist':1}")
                        .getList("items.artistId", String.class)
                        .stream()
                        .collect(Collectors.groupingBy(artist -> artist, Collectors.counting()));
        assertThat(byArtist.values()).containsOnly(1L);
        assertThat(songs(recommend(
                        "{'users':['ann5','bob3'],'exclude':{'heard':false}," + "'include':{'songs':['b11','a21']}}")))
                .containsExactlyInAnyOrder("b11", "a21");
        assertThat(songs(recommend("{'users':['ann5','bob3'],'n':5,'diversity':0.5,'adventure':0.5}")))
                .hasSize(5);
        assertThat(recommend("{'users':['tim','bob3'],'n':100,'exclude':{'influence':['a12']}}")
                        .getList("items.reasons.song.flatten()"))
                .isNotEmpty()
                .doesNotContain("a12");
    }

    @Test
    void recommend_seedsBesideUsers_countLikeOneMore() {
        JsonPath plain = recommend("{'users':['bob1','bob2'],'n':100,'exclude':{'heard':false}}");
        JsonPath seeded =
                recommend("{'users':['bob1','bob2'],'seeds':[{'song':'a21'}],'n':100,'exclude':{'heard':false}}");

        assertThat(seeded.getString("strategy")).isEqualTo("folded-in");
        assertThat(firstOfSceneA(seeded)).isLessThan(firstOfSceneA(plain));
        List<Map<String, Object>> ofNobody = seeded.getList("items.reasons.flatten().findAll { it.user == null }");
        assertThat(ofNobody).isNotEmpty().allMatch(reason -> "a21".equals(reason.get("song")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'user':'ann5','users':['bob1','bob2']} | 422 | give one or the other",
                "{'users':[]} | 422 | users",
                "{'users':['bob1']} | 422 | users",
                "{'users':['bob1',null]} | 422 | users",
                "{'users':['bob1','bob2','bob1']} | 422 | bob1 is named twice",
                "{'users':['bob1','bob2'],'mode':'rediscover'} | 422 | mode must be discover with users",
                "{'users':['bob1',7]} | 400 | users[1]",
                "{'users':'bob1'} | 400 | users"
            })
    void recommend_notAcceptable_isRefusedByName(String body, int status, String reason) {
        assertThat(post(body, status)).contains(reason);
    }

    @Test
    void recommend_moreThanTwentyUsers_isRefused() {
        String names = IntStream.rangeClosed(1, 21).mapToObj("'u%d'"::formatted).collect(Collectors.joining(","));

        assertThat(post("{'users':[" + names + "]}", 422)).contains("users");
        assertThat(recommend("{'users':[" + names.replace(",'u21'", "") + "]}").getList("users"))
                .hasSize(20);
    }

    private static int firstOfSceneA(JsonPath answer) {
        List<String> songs = songs(answer);
        return songs.indexOf(
                songs.stream().filter(song -> song.startsWith("a")).findFirst().orElseThrow());
    }

    private static void put(String path, String verdict) {
        given().contentType("application/json")
                .body("{\"verdict\":\"%s\"}".formatted(verdict))
                .put("/api/" + path)
                .then()
                .statusCode(204);
    }

    private static List<String> songs(JsonPath answer) {
        return answer.getList("items.song");
    }

    private static JsonPath recommend(String body) {
        return JsonPath.from(post(body, 200));
    }

    private static String post(String body, int status) {
        return given().contentType("application/json")
                .body(body.replace('\'', '"'))
                .post("/recommend")
                .then()
                .statusCode(status)
                .extract()
                .asString();
    }
}
