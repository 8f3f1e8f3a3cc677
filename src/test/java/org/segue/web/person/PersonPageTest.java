package org.segue.web.person;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.segue.access.Asking;
import org.segue.api.Jobs;
import org.segue.testsupport.Services;

/** A person's page as it comes from the service, and a person's songs with their links. */
@QuarkusTest
@TestProfile(Services.Closed.class)
class PersonPageTest {

    private static final String MBID = "0d5d2a6e-29a2-4e7c-8c3d-3a0d2f6b1c11";

    @Test
    void listens_comeInParts_newestFirst() {
        submit("paula", 25, "");
        String newest = page("/people/paula");
        assertThat(newest).contains("25 plays", ">1 song<", "since 14 Nov 2023", "Times are UTC.");
        assertThat(times(newest))
                .hasSize(20)
                .startsWith("14 Nov 2023, 22:37")
                .isSortedAccordingTo((a, b) -> b.compareTo(a));

        Matcher link = Pattern.compile("href=\"./paula\\?before=([^\"]+)\"").matcher(newest);
        assertThat(link.find()).isTrue();
        String earlier = page("/people/paula?before=" + link.group(1));
        assertThat(times(earlier)).hasSize(5).endsWith("14 Nov 2023, 22:13").doesNotContainAnyElementsOf(times(newest));
        assertThat(earlier).doesNotContain("href=\"./paula?before=");
        assertThat(times(page("/people/paula?before=nonsense"))).isEqualTo(times(newest));
    }

    @Test
    void favorites_areThoseOfMostPlays() {
        Jobs.imported(given().contentType("text/csv")
                .body(
                        "song,title,artist,user,plays\nf1,Rare,Favoured,fay,2\nf2,Often,Favoured,fay,7\nf3,Other,Passing,fay,3\n")
                .queryParam("source", "fays"));
        String page = page("/people/fay");

        assertThat(rows(page, "top-songs"))
                .containsExactly(
                        "7 Often Favoured Search YouTube",
                        "3 Other Passing Search YouTube",
                        "2 Rare Favoured Search YouTube");
        assertThat(rows(page, "top-artists")).containsExactly("9 Favoured", "3 Passing");
        assertThat(page)
                .as("one count, and sources behind details")
                .contains("<span>12 plays</span>", "No plays with a date.")
                .containsPattern("(?s)<details>\\s*<summary>Names in other services.*<bdi>fays: fay</bdi>")
                .doesNotContain("<bdi>fays</bdi>", "listens<");
        assertThat(page("/people/" + newcomer("none-yet"))).contains("0 plays").doesNotContain("fays");
    }

    @Test
    void verdicts_areToldInWords() {
        submit("vera", 1, "");
        String song = given().get("/api/songs?q=parted").jsonPath().getString("items[0].id");
        given().contentType("application/json")
                .body("{\"verdict\":\"ban\"}")
                .put("/api/users/vera/feedback/songs/" + song)
                .then()
                .statusCode(204);
        assertThat(rows(page("/people/vera"), "verdicts")).containsExactly("Don’t recommend Parted &lt;i&gt; ×");
        given().delete("/api/users/vera/feedback/songs/" + song).then().statusCode(204);
        assertThat(rows(page("/people/vera"), "verdicts"))
                .containsExactly("No feedback yet. Love or dislike songs to improve recommendations.");
    }

    @Test
    void songs_thatCanBeHeardElsewhere_haveLinks_thatTellNothing() {
        submit("lena", 1, "\"additional_info\":{\"recording_mbid\":\"%s\",\"isrc\":\"GBAYE6800011\"},".formatted(MBID));
        String page = pageWith("Known elsewhere", "/?user=" + newcomer("newcomer") + "&n=500")
                .replaceAll("\\s+", " ");

        assertThat(page)
                .contains("<a class=\"act open\" href=\"https://listenbrainz.org/track/" + MBID
                        + "/\" rel=\"external noreferrer\""
                        + " aria-label=\"ListenBrainz: Known elsewhere\" title=\"ListenBrainz\">")
                .contains("href=\"https://open.spotify.com/search/isrc%3AGBAYE6800011\" rel=\"external noreferrer\"")
                .contains("see which song you open");
        given().get("/?user=newcomer").then().header("Referrer-Policy", "same-origin");
        given().get("/?user=newcomer&n=500&ignore=x").then().body(not(containsString("src=\"http")));
    }

    private static String newcomer(String name) {
        Asking.tokenOf(name);
        return name;
    }

    private static void submit(String user, int times, String more) {
        String title = more.isEmpty() ? "Parted <i>" : "Known elsewhere";
        String payload = String.join(
                ",",
                IntStream.range(0, times)
                        .mapToObj(minute ->
                                "{\"listened_at\":%d,\"track_metadata\":{%s\"artist_name\":\"Parting\",\"track_name\":\"%s\"}}"
                                        .formatted(1_700_000_000 + 60 * minute, more, title))
                        .toList());
        Asking.player(Asking.tokenOf(user))
                .contentType("application/json")
                .body("{\"listen_type\":\"import\",\"payload\":[" + payload + "]}")
                .post("/1/submit-listens")
                .then()
                .statusCode(200);
    }

    private static String page(String address) {
        return given().urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    // Who has a song is counted a moment after the listen has come.
    private static String pageWith(String title, String address) {
        return await().pollDelay(Duration.ZERO).until(() -> page(address), page -> page.contains(title));
    }

    private static List<String> times(String page) {
        return Pattern.compile("<time datetime=\"[^\"]+Z\">(\\d+ \\w+ \\d{4}, \\d\\d:\\d\\d)")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    // The words of each entry of a list.
    private static List<String> rows(String page, String id) {
        Matcher list = Pattern.compile("id=\"" + id + "\">(.*?)</[ou]l>", Pattern.DOTALL)
                .matcher(page);
        assertThat(list.find()).as(id).isTrue();
        return Pattern.compile("<li>(.*?)</li>", Pattern.DOTALL)
                .matcher(list.group(1))
                .results()
                .map(row -> row.group(1)
                        .replaceAll("<[^>]+>", " ")
                        .replaceAll("\\s+", " ")
                        .strip())
                .toList();
    }
}
