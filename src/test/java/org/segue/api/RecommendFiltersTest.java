package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(Household.Profile.class)
class RecommendFiltersTest {

    @Inject
    Household household;

    @BeforeEach
    void moveIn() {
        household.moveIn();
    }

    @Test
    void recommend_seedsAlone_isTheirSceneWithoutThem() {
        JsonPath answer = recommend("{'seeds':[{'song':'b11','weight':1.0},{'song':'b32'},{'song':'b53'}],'n':8}");

        assertThat(answer.getString("strategy")).isEqualTo("folded-in");
        assertThat(answer.<Object>get("user")).isNull();
        assertThat(songs(answer)).hasSize(8).doesNotContain("b11", "b32", "b53");
        assertThat(songs(answer).stream().filter(song -> song.startsWith("b")).count())
                .isGreaterThanOrEqualTo(7);
        assertThat(answer.getList("items.reasons.song.flatten()", String.class)).containsOnly("b11", "b32", "b53");
        assertThat(answer.getList("warnings")).isEmpty();
    }

    @Test
    void recommend_seedsBesideTheUser_moveTheAnswer() {
        JsonPath plain = recommend("{'user':'ann5','n':100}");
        JsonPath seeded = recommend("{'user':'ann5','seeds':[{'song':'b11'}],'n':100}");

        assertThat(seeded.getString("strategy")).isEqualTo("folded-in");
        assertThat(seeded.getString("user")).isEqualTo("ann5");
        assertThat(songs(seeded)).doesNotContain("b11");
        assertThat(average(seeded, "b")).isGreaterThan(average(plain, "b"));
        assertTotals(seeded);
    }

    @Test
    void recommend_versionsOfSongsHeard_areLeftOutUnlessAskedFor() {
        String question = "{'seeds':[{'song':'a32'}],'n':100%s}";

        assertThat(songs(recommend(question.formatted("")))).doesNotContain("a66");
        assertThat(songs(recommend(question.formatted(",'include':{'versions':false}"))))
                .doesNotContain("a66");
        assertThat(songs(recommend(question.formatted(",'include':{'versions':true}"))))
                .contains("a66")
                .doesNotContain("a32");
        assertThat(given().accept("text/html").get("/?user=&seed=a32&n=100").asString())
                .doesNotContain("(Live)");
        assertThat(given().accept("text/html")
                        .get("/?user=&seed=a32&n=100&versions=true")
                        .asString())
                .contains("A three two (Live)", "value=\"true\" checked");
    }

    @Test
    void recommend_seedsUnknown_warnsAndIsPopular() {
        JsonPath answer = recommend("{'seeds':[{'song':'nothing'}]}");

        assertThat(answer.getString("strategy")).isEqualTo("popular");
        assertThat(answer.getList("warnings", String.class)).contains("Unknown songs in seeds were ignored: nothing.");
    }

    @Test
    void recommend_sourcesAndIds_meanThoseSongsAndArtists() {
        String seeds = "{'seeds':[{'song':{'source':'home','id':'b11'}},{'song':'b32'}],'n':8}";
        assertThat(songs(recommend(seeds)))
                .isEqualTo(songs(recommend("{'seeds':[{'song':'b11'},{'song':'b32'}],'n':8}")));
        assertThat(songs(recommend("{'user':'ann5','include':{'songs':[{'source':'home','id':'b11'},'b12']}}")))
                .containsExactlyInAnyOrder("b11", "b12");
        assertThat(songs(recommend("{'user':'ann5','n':100,'exclude':{'songs':[{'source':'home','id':'b11'}],"
                        + "'artists':[{'source':'home','id':'ARTIST B2'},'artist-b3']}}")))
                .contains("b12")
                .doesNotContain("b11", "b21", "b22", "b23", "b24", "b31");
        assertThat(recommend("{'user':'tim','n':100,'exclude':{'influence':[{'source':'home','id':'a12'}]}}")
                        .getList("items.reasons.song.flatten()"))
                .contains("a22")
                .doesNotContain("a12");
    }

    @Test
    void recommend_sourcesAndIdsOfNothing_warnInWords() {
        assertThat(recommend("{'seeds':[{'song':{'source':'elsewhere','id':11}}]}")
                        .getList("warnings", String.class))
                .contains("Unknown songs in seeds were ignored: elsewhere:11.");
        assertThat(songs(recommend("{'user':'ann5','exclude':{'songs':[{'source':'elsewhere','id':'b11'}],"
                        + "'artists':[{'source':'home','id':'no such artist'}]}}")))
                .hasSize(10);
    }

    @Test
    void recommend_sameRecording_comesOnce() {
        JsonPath answer = recommend("{'user':'bob3','n':100}");

        assertThat(songs(answer)).containsAnyOf("a11", "a65").hasSizeGreaterThan(20);
        assertThat(songs(answer).containsAll(List.of("a11", "a65"))).isFalse();
    }

    @Test
    void recommend_maxPerArtist_holds() {
        Map<String, Long> byArtist =
                recommend("{'user':'ann5','n':10,'maxPerArtist':1}").getList("items.artistId", String.class).stream()
                        .collect(Collectors.groupingBy(artist -> artist, Collectors.counting()));

        assertThat(byArtist)
                .hasSizeBetween(9, 10)
                .allSatisfy((artist, songs) -> assertThat(songs).isEqualTo(1));
    }

    @Test
    void recommend_includeSongs_areTheOnlyOnes() {
        JsonPath answer = recommend("{'user':'ann5','include':{'songs':['b11','b12','nothing']}}");

        assertThat(songs(answer)).containsExactlyInAnyOrder("b11", "b12");
        assertThat(answer.getList("warnings", String.class))
                .containsExactly("Unknown songs in include.songs were ignored: nothing.");
        assertThat(songs(recommend("{'user':'ann5','include':{'songs':[]}}"))).isEmpty();
    }

    @Test
    void recommend_heardWithinDays_letsInWhatWasHeardBefore() {
        assertThat(songs(recommend("{'user':'tim','n':100}"))).doesNotContain("a12", "a22", "a32", "a42");
        // Heard 5, 105, 205 and 305 days ago.
        assertThat(songs(recommend("{'user':'tim','n':100,'exclude':{'heardWithinDays':30}}")))
                .doesNotContain("a12")
                .contains("a22", "a32", "a42");
        assertThat(songs(recommend("{'user':'tim','n':100,'exclude':{'heardWithinDays':250}}")))
                .doesNotContain("a12", "a22", "a32")
                .contains("a42");
        assertThat(songs(recommend("{'user':'tim','n':100,'exclude':{'heardWithinDays':30,'heard':true}}")))
                .doesNotContain("a12", "a22", "a32", "a42");
    }

    @Test
    void recommend_rediscover_isWhatWasHeardLongAgo() {
        assertThat(songs(recommend("{'user':'tim','mode':'rediscover','n':100}")))
                .containsExactlyInAnyOrder("a22", "a32", "a42");
        assertThat(songs(recommend("{'user':'tim','mode':'rediscover','exclude':{'heardWithinDays':250}}")))
                .containsExactly("a42");
    }

    @Test
    void recommend_excludeInfluence_isMadeWithoutTheSong() {
        assertThat(recommend("{'user':'tim','n':100}").getList("items.reasons.song.flatten()", String.class))
                .contains("a12");
        JsonPath answer = recommend("{'user':'tim','n':100,'exclude':{'influence':['a12']}}");

        assertThat(answer.getString("strategy")).isEqualTo("folded-in");
        assertThat(answer.getList("items.reasons.song.flatten()", String.class))
                .contains("a22")
                .doesNotContain("a12");
        assertThat(songs(answer)).as("it was heard all the same").doesNotContain("a12");
        assertTotals(answer);
    }

    @Test
    void recommend_adventureAndDiversity_changeTheAnswer() {
        List<String> plain = songs(recommend("{'user':'ann5','n':8}"));

        assertThat(songs(recommend("{'user':'ann5','n':8,'adventure':0,'diversity':0}")))
                .isEqualTo(plain);
        assertThat(songs(recommend("{'user':'ann5','n':8,'adventure':1}"))).isNotEqualTo(plain);
        assertThat(songs(recommend("{'user':'ann5','n':8,'diversity':0.8}"))).isNotEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 422 | user, users, history or seeds must be given",
                "{'seeds':[]} | 422 | user, users, history or seeds must be given",
                "{'user':'ann5','users':['bob1','bob2']} | 422 | users",
                "{'seeds':[{'song':'a11','weight':0}]} | 422 | weight",
                "{'seeds':[{'song':'a11','weight':-1}]} | 422 | weight",
                "{'seeds':[{'weight':1}]} | 422 | seeds.song must be given",
                "{'seeds':[null]} | 422 | seeds",
                "{'seeds':[{'song':7}]} | 400 | seeds[0].song",
                "{'seeds':[{'song':{'id':'7'}}]} | 400 | seeds[0].song",
                "{'user':'ann5','include':{'songs':[{'source':'home'}]}} | 400 | include.songs[0]",
                "{'user':'ann5','exclude':{'artists':['']}} | 400 | exclude.artists[0]",
                "{'user':'ann5','diversity':1.1} | 422 | diversity",
                "{'user':'ann5','adventure':-0.1} | 422 | adventure",
                "{'user':'ann5','maxPerArtist':0} | 422 | maxPerArtist",
                "{'user':'ann5','exclude':{'heardWithinDays':0}} | 422 | heardWithinDays",
                "{'user':'ann5','mode':'again'} | 400 | discover, rediscover"
            })
    void recommend_notAcceptable_isRefusedByName(String body, int status, String reason) {
        assertThat(post(body, status)).contains(reason);
    }

    private static void assertTotals(JsonPath answer) {
        List<Float> scores = answer.getList("items.score");
        List<Float> totals = answer.getList("items.reasonsTotal");
        assertThat(scores).isNotEmpty();
        for (int i = 0; i < scores.size(); i++) {
            assertThat(totals.get(i)).isCloseTo(scores.get(i), within(1e-4f));
        }
    }

    private static double average(JsonPath answer, String scene) {
        List<Float> scores = answer.getList("items.findAll { it.song.startsWith('%s') }.score".formatted(scene));
        return scores.stream().mapToDouble(Float::doubleValue).average().orElseThrow();
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
