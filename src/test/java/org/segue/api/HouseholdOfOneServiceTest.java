package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.segue.testsupport.EmptyService;
import org.segue.testsupport.Services;

/**
 * What somebody who lives alone gets: songs of two kinds, never played in the same session, of which those of kind x were not played for half a year.
 * Chance alone would mix the kinds evenly.
 */
@QuarkusTest
@TestProfile(Services.Trainings.class)
class HouseholdOfOneServiceTest {

    private static final int SONGS = 30;

    @Test
    void oneListener_withDatedListens_getsAModelThatTellsTheKindsApart() {
        EmptyService.now();
        Jobs.importedTable("source=alone", "song,title,artist,user,timestamp\n" + listens());
        assertThat(Jobs.trained("{\"dimension\":16,\"tune\":false}").getBoolean("activated"))
                .isTrue();

        assertThat(share(items("/api/songs/x1/similar?n=10"), "x")).isGreaterThanOrEqualTo(0.8);
        assertThat(share(items("/api/songs/y1/similar?n=10"), "y")).isGreaterThanOrEqualTo(0.8);
        assertThat(share(items("/api/songs/x1/radio?n=10"), "x")).isGreaterThanOrEqualTo(0.8);
        assertThat(share(items("/api/songs/y1/radio?n=10&user=alone"), "y")).isGreaterThanOrEqualTo(0.8);
        pathLeadsFromOneKindToTheOther(items("/api/songs/x1/path/y1?steps=7"));
        mapKeepsTheKindsApart();
        rediscoveryIsOfTheKindThatWasNotPlayed();
        songPageTellsNoPercentages();
        recommendSaysWhatIsMissing();
        radioOfTheMomentGoesOnWithWhatWasHeard();
    }

    private static void radioOfTheMomentGoesOnWithWhatWasHeard() {
        JsonPath first = radio("\"continue\":true");
        List<String> songs = new ArrayList<>(first.getList("items.song", String.class));
        assertThat(share(songs, "y")).as("the kind that is heard now").isGreaterThanOrEqualTo(0.8);
        assertThat(first.getString("warnings")).contains("Songs that were played before follow");
        songs.addAll(
                radio("\"continue\":\"%s\"".formatted(first.getString("next"))).getList("items.song", String.class));
        assertThat(songs).hasSize(20).doesNotHaveDuplicates();

        JsonPath unheardAlone = radio("\"continue\":true,\"exclude\":{\"heard\":true}");
        assertThat(unheardAlone.getList("items")).isEmpty();
    }

    private static JsonPath radio(String what) {
        return given().contentType("application/json")
                .body("{\"user\":\"alone\",\"n\":10,%s}".formatted(what))
                .post("/recommend")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void recommendSaysWhatIsMissing() {
        JsonPath answer = given().contentType("application/json")
                .body("{\"user\":\"alone\",\"n\":5}")
                .post("/recommend")
                .jsonPath();
        assertThat(answer.getString("strategy")).isEqualTo("not-enough");
        assertThat(answer.getList("items")).isEmpty();
        assertThat(answer.getString("warnings[0]")).contains("nobody else to learn from", "/start");
        assertThat(answer.<String>getList("rediscover.song")).hasSize(5).allMatch(song -> song.startsWith("x"));
        assertThat(answer.<String>getList("rediscover.why")).containsOnly("rediscover");
        String page = given().accept("text/html").get("/?user=alone").asString();
        assertThat(page)
                .contains("No recommendations for alone yet", "href=\"start\"", "Not played for a while")
                .doesNotContain("Nothing for");
    }

    private static void pathLeadsFromOneKindToTheOther(List<String> way) {
        assertThat(way).startsWith("x1").endsWith("y1").doesNotHaveDuplicates();
        String kinds = way.stream().map(song -> song.substring(0, 1)).collect(Collectors.joining());
        assertThat(kinds).as("one change of the kind").matches("x{2,}y{2,}");
    }

    private static void mapKeepsTheKindsApart() {
        JsonPath map = given().get("/api/map").jsonPath();
        assertThat(map.getList("items")).hasSize(2 * SONGS);
        double[] x = center(map, "x");
        double[] y = center(map, "y");
        double apart = Math.hypot(x[0] - y[0], x[1] - y[1]);
        double spread = Math.max(spread(map, "x", x), spread(map, "y", y));
        assertThat(apart).as("centers of the kinds").isGreaterThan(spread);
    }

    private static double[] center(JsonPath map, String kind) {
        List<Number> x = map.getList("items.findAll { it.song.startsWith('%s') }.x".formatted(kind));
        List<Number> y = map.getList("items.findAll { it.song.startsWith('%s') }.y".formatted(kind));
        return new double[] {
            x.stream().mapToDouble(Number::doubleValue).average().orElseThrow(),
            y.stream().mapToDouble(Number::doubleValue).average().orElseThrow()
        };
    }

    private static double spread(JsonPath map, String kind, double[] center) {
        List<Number> x = map.getList("items.findAll { it.song.startsWith('%s') }.x".formatted(kind));
        List<Number> y = map.getList("items.findAll { it.song.startsWith('%s') }.y".formatted(kind));
        double sum = 0;
        for (int k = 0; k < x.size(); k++) {
            sum += Math.hypot(x.get(k).doubleValue() - center[0], y.get(k).doubleValue() - center[1]);
        }
        return sum / x.size();
    }

    private static void rediscoveryIsOfTheKindThatWasNotPlayed() {
        List<String> again = given().contentType("application/json")
                .body("{\"user\":\"alone\",\"mode\":\"rediscover\",\"n\":10}")
                .post("/recommend")
                .jsonPath()
                .getList("items.song", String.class);
        assertThat(again).hasSize(10).allMatch(song -> song.startsWith("x"));
    }

    private static void songPageTellsNoPercentages() {
        String page = given().accept("text/html").get("/songs/x1").asString();
        assertThat(page)
                .contains("Similar songs", "too few listeners to say how similar")
                .doesNotContain(" %<");
    }

    /** A session a day: of kind x until half a year ago, of kind y since then. */
    private static String listens() {
        Random random = new Random(11);
        long now = Instant.now().getEpochSecond();
        StringBuilder rows = new StringBuilder();
        for (int day = 1; day <= 120; day++) {
            String kind = day > 60 ? "x" : "y";
            int ago = day > 60 ? day + 120 : day;
            for (int place = 0; place < 8; place++) {
                int song = 1 + random.nextInt(SONGS);
                long at = now - Duration.ofDays(ago).toSeconds() + 240L * place;
                rows.append(
                        "%s%d,%s song %d,Artist %s%d,alone,%d%n".formatted(kind, song, kind, song, kind, song % 6, at));
            }
        }
        return rows.toString();
    }

    private static List<String> items(String address) {
        return given().get(address).then().statusCode(200).extract().jsonPath().getList("items.song", String.class);
    }

    private static double share(List<String> songs, String kind) {
        assertThat(songs).hasSize(10);
        return songs.stream().filter(song -> song.startsWith(kind)).count() / 10.0;
    }
}
