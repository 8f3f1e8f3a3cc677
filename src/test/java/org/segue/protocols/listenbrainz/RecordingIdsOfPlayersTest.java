package org.segue.protocols.listenbrainz;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.segue.access.Asking.bearer;
import static org.segue.access.Asking.player;
import static org.segue.access.Asking.tokenOf;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.segue.testsupport.AdministratorHeader;

/** One song under several ids, by each of which players and people know it. */
@QuarkusTest
class RecordingIdsOfPlayersTest {

    private static final String FIRST = "11111111-aaaa-4111-8111-111111111111";
    private static final String SECOND = "22222222-aaaa-4222-8222-222222222222";
    private static final String UNKNOWN = "33333333-aaaa-4333-8333-333333333333";

    private String token = "";

    private void hear(String user, String title) {
        token = tokenOf(user);
        long now = Instant.now().getEpochSecond();
        int ago = 1000;
        for (String id : new String[] {FIRST, SECOND}) {
            ago += 400;
            player(token)
                    .contentType("application/json")
                    .body("""
                            {"listen_type":"single","payload":[{"listened_at":%d,"track_metadata":{"artist_name":"Twin Peaks Choir",
                             "track_name":"%s","release_name":"Echoes","additional_info":{"recording_mbid":"%s","isrc":"GBXYZ2611111",
                             "duration_ms":200000}}}]}""".formatted(now - ago, title, id))
                    .post("/1/submit-listens")
                    .then()
                    .statusCode(200);
        }
    }

    private void love(String id, int score) {
        player(token)
                .contentType("application/json")
                .body("{\"recording_mbid\":\"%s\",\"score\":%d}".formatted(id, score))
                .post("/1/feedback/recording-feedback")
                .then()
                .statusCode(200);
    }

    @Test
    void aSongIsFoundByEachOfItsIds_whereverItIsNamed() {
        hear("ids-of-one", "Echo");

        love(SECOND, 1);
        player(token)
                .get("/1/feedback/user/ids-of-one/get-feedback?metadata=true")
                .then()
                .body("total_count", equalTo(1))
                .body("feedback[0].recording_mbid", equalTo(FIRST))
                .body("feedback[0].track_metadata.artist_name", equalTo("Twin Peaks Choir"))
                .body("feedback[0].track_metadata.track_name", equalTo("Echo"))
                .body("feedback[0].track_metadata.release_name", equalTo("Echoes"))
                .body("feedback[0].track_metadata.mbid_mapping.recording_mbid", equalTo(FIRST));
        player(token)
                .get("/1/feedback/user/ids-of-one/get-feedback?metadata=false")
                .then()
                .body("feedback[0].track_metadata", nullValue());
        player(token)
                .get("/1/feedback/user/ids-of-one/get-feedback-for-recordings?recording_mbids=%s,%s,%s"
                        .formatted(UNKNOWN, SECOND, FIRST))
                .then()
                .statusCode(200)
                .body("feedback.recording_mbid", equalTo(java.util.List.of(UNKNOWN, SECOND, FIRST)))
                .body("feedback.score", equalTo(java.util.List.of(0, 1, 1)))
                .body("feedback[0].user_id", equalTo("ids-of-one"));
        for (String id : new String[] {FIRST, SECOND, "GBXYZ2611111"}) {
            bearer(AdministratorHeader.TOKEN)
                    .get("/api/songs/" + id)
                    .then()
                    .statusCode(200)
                    .body("title", equalTo("Echo"));
        }
        bearer(AdministratorHeader.TOKEN).get("/api/songs/" + UNKNOWN).then().statusCode(404);
        love(SECOND, 0);
        player(token).get("/1/feedback/user/ids-of-one/get-feedback").then().body("total_count", equalTo(0));
    }

    @Test
    void feedbackForRecordings_withoutAnId_orWithWhatIsNone_isRefused() {
        String path = "/1/feedback/user/ids-refused/get-feedback-for-recordings";
        player(tokenOf("ids-refused")).get(path).then().statusCode(400);
        player(tokenOf("ids-refused"))
                .get(path + "?recording_mbids=nonsense")
                .then()
                .statusCode(400)
                .body("code", equalTo(400));
        player(tokenOf("ids-refused"))
                .get(path + "?recording_msids=" + UNKNOWN)
                .then()
                .statusCode(200)
                .body("feedback", hasSize(1))
                .body("feedback[0].recording_msid", equalTo(UNKNOWN))
                .body("feedback[0].score", equalTo(0));
    }

    @Test
    void metadata_tellsWhatIsKnown_byEachId() {
        hear("ids-metadata", "Echo");

        player(token)
                .contentType("application/json")
                .body("{\"recording_mbids\":[\"%s\",\"%s\",\"%s\"],\"inc\":\"artist release tag\"}"
                        .formatted(FIRST, SECOND, UNKNOWN))
                .post("/1/metadata/recording")
                .then()
                .statusCode(200)
                .body("keySet()", containsInAnyOrder(FIRST, SECOND))
                .body("'%s'.recording.name".formatted(SECOND), equalTo("Echo"))
                .body("'%s'.recording.length".formatted(SECOND), equalTo(200000))
                .body("'%s'.artist.name".formatted(SECOND), equalTo("Twin Peaks Choir"))
                .body("'%s'.artist.artists".formatted(SECOND), hasSize(0))
                .body("'%s'.release.name".formatted(SECOND), equalTo("Echoes"))
                .body("'%s'.tag.recording".formatted(SECOND), hasSize(0));
        player(token)
                .get("/1/metadata/recording/?recording_mbids=" + FIRST)
                .then()
                .body("'%s'.recording.name".formatted(FIRST), equalTo("Echo"))
                .body("'%s'.artist".formatted(FIRST), nullValue());
        player(token)
                .get("/1/metadata/recording?inc=nonsense&recording_mbids=" + FIRST)
                .then()
                .statusCode(400);
        player(token).get("/1/metadata/recording").then().statusCode(400);
    }

    @Test
    void whatIsWantedOfRecordings_isText() {
        player(token)
                .contentType("application/json")
                .body("{\"recording_mbids\":[\"" + FIRST + "\"],\"inc\":{}}")
                .post("/1/metadata/recording")
                .then()
                .statusCode(400)
                .body("error", containsString("inc must be some of"));
    }
}
