package org.segue.web.person;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.segue.access.Asking.bearer;
import static org.segue.access.Asking.nobody;
import static org.segue.access.Asking.tokenOf;
import static org.segue.access.Asking.tokenOfImported;
import static org.segue.web.Forms.send;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
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

        send("/people/vera/feedback", Map.of("song", "v1")).statusCode(303).header("Location", endsWith("../vera"));
        assertThat(verdicts()).isEqualTo("artist");
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

        send("/people/lila/listens", Map.of("at", "1700000000", "song", "l1")).statusCode(303);
        send("/people/lila/listens", Map.of("at", "1700000000", "song", "l1")).statusCode(303);
        send("/people/lila/listens", Map.of("at", "never", "song", "l1")).statusCode(400);

        assertThat(given().get("/api/users/lila/listens").jsonPath().getInt("total"))
                .isEqualTo(1);
    }

    @Test
    void merge_byName_makesTwoOne_andWhatCannotBe_isSaidBesideWhatWasTyped() {
        bring("merging", "song,title,artist,user,plays\nm1,Motet,Mo,mona,3\nm2,Mass,Mo,Mona Ünal,4\n");

        send("/people/mona", Map.of("other", " Nobody <i> "))
                .statusCode(422)
                .body(containsString("value=\"Nobody &lt;i&gt;\""))
                .body(containsString("No listener named Nobody &lt;i&gt;."));
        send("/people/mona", Map.of("other", "MONA")).statusCode(422).body(containsString("That is this very person."));
        send("/people/mona", Map.of("other", "")).statusCode(422);
        send("/people/nobody-at-all", Map.of("other", "mona")).statusCode(404);
        send("/people/mona", Map.of("other", "mona ünal")).statusCode(303).header("Location", equalTo("./mona"));

        assertThat(given().get("/api/users/mona").jsonPath().getInt("plays")).isEqualTo(7);
    }

    @Test
    void forget_leadsHome_andThePageIsGone() {
        bring("forgetting", "song,title,artist,user,plays\ng1,Gone,Going,gordon,3\n");

        String home = send("/people/gordon/forget", Map.of())
                .statusCode(303)
                .extract()
                .header("Location");

        assertThat(home).doesNotContain("people").endsWith("/");
        given().get("/people/gordon").then().statusCode(404);
        send("/people/gordon/forget", Map.of()).statusCode(303);
    }

    @Test
    void forms_areThereForWhomTheyAreFor() {
        bring("rights", "song,title,artist,user,timestamp\nr1,Rite,Rita,rita,1700000000\n");

        page(nobody()).body(containsString("sign in as this person"), Forms.none());
        page(bearer(tokenOf("somebody-else"))).body(containsString("sign in as this person"), Forms.none());
        page(bearer(tokenOfImported("rita")))
                .body(containsString("action=\"./rita/listens\""), not(containsString("forget")))
                .body(not(containsString("sign in as this person")));
        page(given()).body(containsString("action=\"./rita/listens\""), containsString("action=\"./rita/forget\""));
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
