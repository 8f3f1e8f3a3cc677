package org.segue.web.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.api.Household;
import org.segue.api.Jobs;

/** What the page finds, and what it says where it does not. */
@QuarkusTest
@TestProfile(Household.Profile.class)
class SearchPageTest {

    private static final int MAX_LENGTH = 200;

    @Inject
    Household household;

    @BeforeEach
    void moveIn() {
        household.moveIn();
    }

    @Test
    void words_areFoundByTheirStarts_inPeopleArtistsAndSongs() {
        String people = found("ann1");
        assertThat(links(people, "people")).containsExactly("ann1", "ann10", "ann11", "ann12");
        assertThat(people).doesNotContain("id=\"artists\"", "id=\"songs\"", "There are more");

        String artist = found("b6 ART");
        assertThat(links(artist, "artists")).contains("Artist b6");
        assertThat(links(artist, "songs"))
                .containsExactlyInAnyOrder("B six one", "B six two", "B six three", "B six four");
        assertThat(links(found("thr fo b"), "songs")).containsExactlyInAnyOrder("B three four", "B four three");
    }

    @Test
    void moreThanAPageShows_isSaid() {
        String page = found("a");
        assertThat(links(page, "people")).hasSize(10).startsWith("ann1");
        assertThat(page).contains("rel=\"next\">Next page");
        assertThat(links(page, "songs")).hasSize(10);
        String next = given().get("/search?q=a&page=2").asString();
        assertThat(next).contains("rel=\"prev\"", "<span>Page 2</span>");
        assertThat(links(next, "songs")).isNotEmpty().doesNotContainAnyElementsOf(links(page, "songs"));
        for (String odd : List.of("0", "-1", "x", "99999999999")) {
            assertThat(given().get("/search?q=a&page=" + odd).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void misspelledName_isGuessed_andAnImportIsOffered() {
        assertThat(found("Artisst b6"))
                .contains("Did you mean", "search?q=Artist+b6\"><bdi>Artist b6</bdi>", "href=\"imports\"");
    }

    @Test
    void distance_countsLettersThatDiffer() {
        assertThat(SimilarNames.distance("Beetels", "beatles")).isEqualTo(3);
        assertThat(SimilarNames.distance("", "abc")).isEqualTo(3);
    }

    @Test
    void accentsAreNotNeeded_andNamesStayText() {
        int job = Jobs.imported(given().contentType("text/csv; charset=UTF-8")
                        .body("song,title,artist,user,plays\nx1,<b>Hoppípolla</b>,Sigur & <i>Rós</i>,<u>Ólafur,2\n")
                        .queryParam("source", "escapes"))
                .getInt("id");
        try {
            assertThat(found("hoppi ROS"))
                    .contains(
                            "<bdi>&lt;b&gt;Hoppípolla&lt;/b&gt;</bdi>", "<bdi>Sigur &amp; &lt;i&gt;Rós&lt;/i&gt;</bdi>")
                    .doesNotContain("<b>", "<i>");
            assertThat(found("olaf")).contains("<bdi>&lt;u&gt;Ólafur</bdi>").doesNotContain("<u>");
        } finally {
            given().delete("/api/imports/" + job).then().statusCode(200);
        }
    }

    @Test
    void nothingFound_isSaid_andWhatWasTypedStays() {
        assertThat(found("nope \"<nothing>"))
                .contains("value=\"nope &quot;&lt;nothing&gt;\"")
                .contains("No results for “nope &quot;&lt;nothing&gt;”.")
                .doesNotContain("<nothing>", "class=\"list\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"!!!", "\u0000", "\ud83c\udfb5", "\u0301", "'; --"})
    void whatHasNoWords_findsNothing(String typed) {
        assertThat(found(typed)).contains("No results for").doesNotContain("class=\"list\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/search", "/search?q=", "/search?q=%20%20"})
    void withoutAQuestion_thePeopleOfTheHouseAreListed(String address) {
        String page = given().urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(links(page, "people")).hasSizeLessThanOrEqualTo(50).contains("ann1", "bob12");
        assertThat(page).contains("autofocus").doesNotContain("id=\"artists\"", "No results for");
    }

    @Test
    void tooMuch_isRefusedInWords_andStays() {
        String most = "é".repeat(MAX_LENGTH);
        assertThat(search(most).statusCode()).isEqualTo(200);
        Response refused = search(most + "x");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString())
                .contains("Search for 200 characters or fewer.")
                .contains("value=\"" + most + "x\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/search?q=%ff%fe", "/search?q=a&q=b", "/search?q"})
    void oddAddresses_areNobodysFailure(String address) {
        assertThat(given().urlEncodingEnabled(false).get(address).statusCode()).isLessThan(500);
    }

    @Test
    void people_leadsToThem() {
        Response answer = given().redirects().follow(false).get("/people");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("search");
    }

    private static Response search(String typed) {
        return given().queryParam("q", typed).get("/search");
    }

    private static String found(String typed) {
        return search(typed).then().statusCode(200).extract().asString();
    }

    // The names that lead to pages of a kind.
    private static List<String> links(String page, String kind) {
        return Pattern.compile("<li><a href=\"" + kind + "/[^\"]+\"><bdi>([^<]+)<")
                .matcher(page)
                .results()
                .map(link -> link.group(1))
                .toList();
    }
}
