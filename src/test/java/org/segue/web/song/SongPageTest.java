package org.segue.web.song;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.segue.web.ClosedHousehold.as;
import static org.segue.web.ClosedHousehold.asImported;
import static org.segue.web.ClosedHousehold.bring;
import static org.segue.web.ClosedHousehold.listeners;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.segue.testsupport.Services;
import org.segue.web.ClosedHousehold;

/** Who plays a song, where reading needs a token. */
@QuarkusTest
@TestProfile(Services.Closed.class)
public class SongPageTest {

    @Test
    void listeners_areOfTheHousehold_mostPlaysFirst_andToldToWhoMayKnow() {
        given().contentType("application/json")
                .body("{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":1700000000,"
                        + "\"track_metadata\":{\"artist_name\":\"Somebody\",\"track_name\":\"Shared\"}}]}")
                .header("Authorization", "Token " + ClosedHousehold.token("zoe"))
                .post("/1/submit-listens")
                .then()
                .statusCode(200);
        bring(false, "s1,Shared,Somebody,anna,3\ns1,Shared,Somebody,ben,7\n");
        bring(true, "s1,Shared,Somebody,stranger,900\n");
        String song = given().get("/api/songs?q=shared").jsonPath().getString("items[0].id");

        assertThat(listeners(given(), "/songs/" + song)).containsExactly("ben 7 plays", "anna 3 plays", "zoe 1 play");
        assertThat(listeners(asImported("anna"), "/songs/" + song)).containsExactly("anna 3 plays");
        assertThat(listeners(as("somebody else"), "/songs/" + song)).isEmpty();
    }
}
