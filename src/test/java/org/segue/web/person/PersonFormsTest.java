package org.segue.web.person;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.segue.access.Asking.bearer;
import static org.segue.access.Asking.nobody;
import static org.segue.access.Asking.tokenOf;
import static org.segue.access.Asking.tokenOfImported;
import static org.segue.web.Forms.send;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.segue.api.Household;
import org.segue.api.Jobs;
import org.segue.web.Forms;

/** What the forms of a person's page change, and for whom they are there. */
@QuarkusTest
@TestProfile(Household.Profile.class)
class PersonFormsTest {

    @Test
    void feedback_isTakenBack_onSongsAndArtists() {
        bring("verdicts", "song,title,artist,user,plays\nv1,Vow,Vera V,vera,3\n");
        given().contentType("application/json")
                .body("{\"verdict\":\"ban\"}")
                .put("/api/users/vera/feedback/songs/v1")
                .then()
                .statusCode(204);
        given().contentType("application/json")
                .body("{\"verdict\":\"love\"}")
                .put("/api/users/vera/feedback/artists/vera-v")
                .then()
                .statusCode(204);

        send("/people/vera/feedback", Map.of("song", "v1", "verdict", "ban"))
                .statusCode(303)
                .header("Location", endsWith("../vera?song=v1&verdict=ban"));
        assertThat(verdicts()).isEqualTo("artist");
        given().get("/people/vera?song=v1&verdict=ban")
                .then()
                .body(containsString("Feedback deleted."), containsString("name=\"undo\""));
        send("/people/vera/feedback", Map.of("song", "v1", "verdict", "ban", "until", "4070908800", "undo", "1"))
                .statusCode(303)
                .header("Location", endsWith("../vera"));
        assertThat(given().get("/api/users/vera/feedback").jsonPath().getList("items.until"))
                .contains("2099-01-01T00:00:00Z");
        send("/people/vera/feedback", Map.of("song", "v1")).statusCode(303);
        send("/people/vera/feedback", Map.of("song", "no-such-song")).statusCode(303);
        send("/people/vera/feedback", Map.of("artist", "vera-v")).statusCode(303);
        assertThat(verdicts()).isEmpty();
    }

    private static String verdicts() {
        return String.join(
                " ", given().get("/api/users/vera/feedback").jsonPath().getList("items.type", String.class));
    }

    @Test
    void listen_isDeleted_andAnother_isNotThere() {
        bring(
                "listens",
                "song,title,artist,user,timestamp\nl1,Lilt,Lil,lila,1700000000\nl1,Lilt,Lil,lila,1700009000\n");

        send("/people/lila/listens", Map.of("at", "1700000000", "song", "l1"))
                .statusCode(303)
                .header("Location", endsWith("../lila?at=1700000000&song=l1"));
        send("/people/lila/listens", Map.of("at", "1700000000", "song", "l1"))
                .statusCode(303)
                .header("Location", endsWith("../lila"));
        send("/people/lila/listens", Map.of("at", "never", "song", "l1")).statusCode(400);

        assertThat(given().get("/api/users/lila/listens").jsonPath().getInt("total"))
                .isEqualTo(1);
    }

    @Test
    void listen_thatWasDeleted_isHadBack_once() {
        bring("undoing", "song,title,artist,user,timestamp\nb1,Back,Bo,bonnie,1700000000\n");
        Map<String, String> play = Map.of("at", "1700000000", "song", "b1");
        Map<String, String> undo = Map.of("at", "1700000000", "song", "b1", "undo", "1");
        String before = listens("bonnie");

        send("/people/bonnie/listens", undo).statusCode(303).header("Location", endsWith("../bonnie"));
        assertThat(listens("bonnie")).isEqualTo(before);
        send("/people/bonnie/listens", play).statusCode(303);
        assertThat(given().get("/api/users/bonnie").jsonPath().getInt("plays")).isZero();
        given().get("/people/bonnie?at=1700000000&song=b1")
                .then()
                .body(containsString("Play deleted."), containsString("class=\"inline undo\""));
        send("/people/bonnie/listens", undo).statusCode(303);
        assertThat(listens("bonnie")).isEqualTo(before);
        assertThat(given().get("/api/users/bonnie").jsonPath().getInt("plays")).isEqualTo(1);

        int job = given().get("/api/imports?limit=1").jsonPath().getInt("items[0].id");
        given().delete("/api/imports/" + job).then().statusCode(200);
        assertThat(listens("bonnie")).as("the import takes it away still").doesNotContain("b1");
    }

    private static String listens(String user) {
        return given().get("/api/users/" + user + "/listens").asString();
    }

    @Test
    void merge_byName_makesTwoOne_andWhatCannotBe_isSaidBesideWhatWasTyped() {
        bring("merging", "song,title,artist,user,plays\nm1,Motet,Mo,mona,3\nm2,Mass,Mo,Mona Ünal,4\n");

        send("/people/mona", Map.of("other", " Nobody <i> "))
                .statusCode(422)
                .body(containsString("value=\"Nobody &lt;i&gt;\""))
                .body(containsString("No listener named Nobody &lt;i&gt;."));
        send("/people/mona", Map.of("other", "MONA")).statusCode(422).body(containsString("That’s the same listener."));
        send("/people/mona", Map.of("other", "")).statusCode(422);
        send("/people/nobody-at-all", Map.of("other", "mona")).statusCode(404);
        String question = send("/people/mona", Map.of("other", "mona ünal"))
                .statusCode(303)
                .header("Location", startsWith("./mona/admin?merge="))
                .extract()
                .header("Location");
        String other = question.substring(question.indexOf('=') + 1);
        given().urlEncodingEnabled(false)
                .get("/people/" + question.substring(2))
                .then()
                .statusCode(200)
                .body(containsString("Merge Mona Ünal into mona?"), containsString("4 plays"))
                .body(containsString("3 plays"));
        assertThat(plays("mona")).as("nothing is merged before the answer").isEqualTo(3);

        String id = URLDecoder.decode(other, StandardCharsets.UTF_8);
        send("/people/mona", Map.of("other", id, "sure", id))
                .statusCode(303)
                .header("Location", equalTo("./mona/admin?merged=" + other));
        assertThat(plays("mona")).isEqualTo(7);
        given().get("/people/mona/admin?merged=" + id).then().body(containsString("Both are one listener now."));
        given().redirects()
                .follow(false)
                .get("/people/{id}", id)
                .then()
                .statusCode(303)
                .header("Location", endsWith("mona"));
    }

    private static int plays(String user) {
        return given().get("/api/users/" + user).jsonPath().getInt("plays");
    }

    @Test
    void forget_takesTheNameTyped_andSaysWhatWent() {
        bring("forgetting", "song,title,artist,user,plays\ng1,Gone,Going,gordon,3\n");

        for (String typed : List.of("", "gordo", "GORDON")) {
            send("/people/gordon/forget", Map.of("name", typed))
                    .statusCode(422)
                    .body(containsString("Type the name exactly as it is: gordon"));
        }
        given().get("/people/gordon").then().statusCode(200);
        send("/people/gordon/forget", Map.of("name", " gordon "))
                .statusCode(200)
                .body(containsString("gordon was deleted"), containsString("3 plays"));
        given().get("/people/gordon").then().statusCode(404);
        send("/people/gordon/forget", Map.of("name", "gordon")).statusCode(404);
    }

    @Test
    void forms_areThereForWhomTheyAreFor() {
        bring("rights", "song,title,artist,user,timestamp\nr1,Rite,Rita,rita,1700000000\n");

        page(nobody())
                .body(containsString("sign in as rita or as the administrator"), Forms.none())
                .body(containsString("sign-in?to=people/rita"), not(containsString("/export")));
        page(bearer(tokenOf("somebody-else")))
                .body(containsString("Only rita and the administrator can make changes."), Forms.none())
                .body(not(containsString("sign-in?to=")), not(containsString("/export")));
        page(bearer(tokenOfImported("rita")))
                .body(containsString("action=\"./rita/listens\""), not(containsString("rita/admin")))
                .body(containsString(">Songs for you<"), containsString(">Your songs on the map<"))
                .body(not(containsString("read-only")), containsString("api/users/rita/export"));
        page(given())
                .body(containsString("action=\"./rita/listens\""), containsString("href=\"./rita/admin\""))
                .body(containsString(">Songs for rita<"), containsString(">rita’s songs on the map<"))
                .body(not(containsString("rita/forget")));
        given().get("/people/rita/admin")
                .then()
                .statusCode(200)
                .body(
                        containsString("action=\"../../people/rita/forget\""),
                        containsString("Merge with another listener"));
        bearer(tokenOf("rita")).get("/people/rita/admin").then().statusCode(403);
        nobody().get("/api/users/rita/export").then().statusCode(401);
        bearer(tokenOf("somebody-else")).get("/api/users/rita/export").then().statusCode(403);
        bearer(tokenOf("rita")).get("/api/users/rita/export").then().statusCode(200);
    }

    private static ValidatableResponse page(RequestSpecification who) {
        return who.get("/people/rita").then().statusCode(200);
    }

    @Test
    void ids_thatLookLikeSchemes_stayAddressesOfPages() {
        bring("one", "song,title,artist,user,timestamp\nt1,Tone,Tom,twin,1700000000\n");
        bring("two", "song,title,artist,user,timestamp\nt2,Tune,Tom,twin,1700000000\n");

        given().get("/people/two:twin")
                .then()
                .statusCode(200)
                .body(containsString("action=\"./two:twin/listens\""))
                .body(not(containsString("\"two:")));
        send("/people/two:twin/listens", Map.of("at", "1", "song", "t1"))
                .statusCode(303)
                .header("Location", endsWith("../two:twin"));
    }

    private static void bring(String source, String table) {
        Jobs.imported(given().contentType("text/csv; charset=UTF-8").body(table).queryParam("source", source));
    }
}
