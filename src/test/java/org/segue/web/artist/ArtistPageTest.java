package org.segue.web.artist;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.segue.web.ClosedHousehold.as;
import static org.segue.web.ClosedHousehold.asImported;
import static org.segue.web.ClosedHousehold.bring;
import static org.segue.web.ClosedHousehold.listeners;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.segue.testsupport.Services;

/** Who plays an artist, and where the artist leads to. */
@QuarkusTest
@TestProfile(Services.Closed.class)
class ArtistPageTest {

    @Test
    void listeners_areThoseOfAllSongs_mostPlaysFirst_andToldToWhoMayKnow() {
        bring(
                false,
                "r1,First,Rosters,rita,3\nr2,Second,Rosters,rita,4\nr2,Second,Rosters,ralf,9\nr3,Third,Others,ralf,50\n");
        bring(true, "r1,First,Rosters,outsider,900\n");

        assertThat(listeners(given(), "/artists/rosters")).containsExactly("ralf 9 plays", "rita 7 plays");
        assertThat(listeners(asImported("rita"), "/artists/rosters")).containsExactly("rita 7 plays");
        assertThat(listeners(as("somebody else"), "/artists/rosters")).isEmpty();
    }

    @Test
    void listeners_ofSongsThatTurnedOutToBeOne_areAmongThem() {
        bring(false, "j1,Early,Joiners,jo,1\nj2,Late,Joiners,jo,2\nj2,Late,Joiners,jil,5\n");
        assertThat(listeners(given(), "/artists/joiners")).containsExactly("jil 5 plays", "jo 3 plays");
        bring(false, "j1,Late,Joiners,jo,4\n");

        assertThat(listeners(given(), "/songs/j2")).containsExactly("jil 5 plays", "jo 4 plays");
        assertThat(listeners(given(), "/artists/joiners")).containsExactly("jil 5 plays", "jo 4 plays");
    }

    @Test
    void listeners_areTwelve_andTheNumberOfOthers() {
        bring(
                false,
                IntStream.rangeClosed(1, 15)
                        .mapToObj(person -> "c1,Loud,Crowded,crowd%d,%d%n".formatted(person, person))
                        .collect(Collectors.joining()));

        assertThat(listeners(given(), "/artists/crowded"))
                .hasSize(12)
                .startsWith("crowd15 15 plays")
                .endsWith("crowd4 4 plays");
        assertThat(page("/artists/crowded")).contains("And 3 others.");
    }

    @Test
    void songsFromHere_startFromFive() {
        bring(
                false,
                IntStream.rangeClosed(1, 7)
                        .mapToObj(song -> "seed%d,Song %d,Seeders,sid,1%n".formatted(song, song))
                        .collect(Collectors.joining()));

        assertThat(starts(page("/artists/seeders"))).hasSize(5).doesNotHaveDuplicates();
        assertThat(page("/artists/seeders"))
                .contains("href=\"../?user=&amp;n=10&amp;seed=")
                .contains("Recommend from this artist");
    }

    private static List<String> starts(String page) {
        return Pattern.compile("&amp;seed=(seed\\d)")
                .matcher(page)
                .results()
                .map(seed -> seed.group(1))
                .toList();
    }

    private static String page(String address) {
        return given().get(address).then().statusCode(200).extract().asString();
    }
}
