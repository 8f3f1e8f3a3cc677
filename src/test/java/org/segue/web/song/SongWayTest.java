package org.segue.web.song;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segue.api.Household;

/** The path from a song to another one, and why there may be none. */
@QuarkusTest
@TestProfile(Household.Profile.class)
class SongWayTest {

    @Inject
    Household household;

    @BeforeEach
    void moveIn() {
        household.moveIn();
    }

    @Test
    void way_isShownWhereTheFormLeads() {
        assertThat(page("/songs/a11?to=b11")).contains("action=\"./a11#path\"", "id=\"path\"", "class=\"list way\"");
    }

    @Test
    void noWay_saysWhichSongIsUnknown() {
        assertThat(page("/songs/a11?to=zzzz")).contains("No song matches “zzzz”.");
        assertThat(page("/songs/a11?to=a11")).contains("That is this song. Choose another one.");
    }

    @Test
    void similarity_isSaidInWords() {
        assertThat(page("/songs/a11"))
                .containsPattern("class=\"level level-[1-4]\">(Very similar|Similar|Somewhat similar|Less similar)<")
                .doesNotContain(" %</span>");
    }

    private static String page(String address) {
        return given().get(address).then().statusCode(200).extract().asString();
    }
}
