package org.segue.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segue.access.Asking;
import org.segue.api.Household;
import org.segue.testsupport.LibraryRows;

/** The choice by who owns songs, on the pages of songs, radios and the map. */
@QuarkusTest
@TestProfile(Household.Profile.class)
class OwnedPagesTest {

    /** Nobody else signs in as this one. */
    private static final String LISTENER = "ann11";

    private static final List<String> OWNED = List.of("a11", "a12", "a13", "a21", "a23", "a31", "a34");

    /** A song of a list of similar ones, or of a radio. */
    private static final Pattern LISTED = Pattern.compile("<a href=\"\\.\\.?/([ab]\\d\\d)\"><bdi>");

    @Inject
    Household household;

    @Inject
    LibraryRows libraries;

    @BeforeEach
    void moveIn() {
        household.moveIn();
    }

    private void connect() {
        libraries.signIn(libraries.add("subsonic", "Home", OWNED), LISTENER);
    }

    @AfterEach
    void moveOut() {
        libraries.removeAll();
    }

    private static String page(String path) {
        return given().accept("text/html")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String pageOf(String token, String path) {
        return given().noFilters()
                .header("Authorization", "Bearer " + token)
                .accept("text/html")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static List<String> listed(String page) {
        List<String> songs = new ArrayList<>();
        for (Matcher song = LISTED.matcher(page); song.find(); ) {
            songs.add(song.group(1));
        }
        return songs;
    }

    @Test
    void withoutALibrary_noPageAsks() {
        for (String path : List.of("/songs/a11", "/songs/a11/radio", "/map")) {
            assertThat(page(path)).as(path).doesNotContain("name=\"owned\"");
        }
    }

    @Test
    void song_showsSimilarSongsByChoice_andKeepsItForPaths() {
        connect();
        assertThat(listed(page("/songs/a11"))).hasSize(12).doesNotContain("a11");

        String only = page("/songs/a11?owned=only");
        assertThat(listed(only)).isNotEmpty().isSubsetOf(OWNED);
        assertThat(only)
                .contains("<option value=\"only\" selected>", "<input type=\"hidden\" name=\"owned\" value=\"only\">");
        assertThat(listed(page("/songs/a11?owned=missing")))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(OWNED)
                .doesNotContain("a65");
        assertThat(page("/songs/a11?owned=nonsense")).contains("<option value=\"any\">");
    }

    @Test
    void radio_keepsTheChoiceFromPageToPage_andInItsFile() {
        connect();
        String page = page("/songs/a11/radio?owned=missing");

        assertThat(listed(page)).hasSizeGreaterThan(10).doesNotContainAnyElementsOf(OWNED);
        assertThat(page).contains("<option value=\"missing\" selected>", "&amp;owned=missing\" rel=\"next\"");
        Matcher file = Pattern.compile("radio/file\\?format=csv[^\"]+").matcher(page);
        assertThat(file.find()).isTrue();
        assertThat(file.group()).endsWith("&amp;owned=missing");
        assertThat(given().get("/songs/a11/" + file.group().replace("&amp;", "&"))
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("Artist")
                .doesNotContain("A one two");
    }

    @Test
    void radio_ofAListenerWithALibrary_isOfOwnedSongs_unlessTheyWantOthers() {
        connect();
        String token = Asking.tokenOfImported(LISTENER);

        assertThat(listed(pageOf(token, "/songs/a14/radio"))).isNotEmpty().isSubsetOf(OWNED);
        assertThat(listed(pageOf(token, "/songs/a14/radio?owned=any"))).hasSize(20);
        assertThat(listed(pageOf(token, "/songs/a14"))).hasSize(12);
        assertThat(pageOf(token, "/map")).contains("data-user=\"" + LISTENER + "\"", "name=\"owned\"");
        assertThat(pageOf(token, "/map?user=")).contains("data-user=\"\"");
    }

    @Test
    void map_hasTheChoice() {
        connect();
        assertThat(page("/map?owned=missing"))
                .contains("data-owned=\"missing\"", "<option value=\"missing\" selected>");
    }
}
