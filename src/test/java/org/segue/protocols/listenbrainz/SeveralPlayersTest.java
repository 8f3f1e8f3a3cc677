package org.segue.protocols.listenbrainz;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.segue.access.Asking.nobody;
import static org.segue.access.Asking.player;
import static org.segue.access.Asking.tokenOf;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** One play that several programs send is one listen. */
@QuarkusTest
class SeveralPlayersTest {

    private static final String LONG = "\"duration_ms\":210000,";

    private final long now = Instant.now().getEpochSecond() - 1000;

    private static void submit(String token, long at, String artist, String info) {
        player(token)
                .body("""
                        {"listen_type":"single","payload":[{"listened_at":%d,"track_metadata":{"artist_name":"%s",
                         "track_name":"Sent Twice","additional_info":{%s}}}]}""".formatted(at, artist, info))
                .post("/1/submit-listens")
                .then()
                .statusCode(200);
    }

    private static String by(String client) {
        return "\"submission_client\":\"%s\"".formatted(client);
    }

    private static void assertListens(String user, Integer... times) {
        nobody().get("/1/user/" + user + "/listen-count").then().body("payload.count", equalTo(times.length));
        nobody().get("/1/user/" + user + "/listens")
                .then()
                .body("payload.count", equalTo(times.length))
                .body("payload.listens.listened_at", contains(times));
    }

    @Test
    void submit_byTwoPrograms_isOneListen_whateverIsSentAgain() {
        String token = tokenOf("several-two");
        for (int again = 0; again < 2; again++) {
            submit(token, now + 25, "Ida Fell", LONG + by("Jellyfin"));
            submit(token, now, "Ida Fell", by("navidrome"));
            submit(token, now + 3, "Ida Fell", "\"media_player\":\"Phone\"");
        }

        assertListens("several-two", (int) now);
    }

    @Test
    void submit_byOneProgram_isAListenEachTime() {
        String token = tokenOf("several-one");
        submit(token, now, "Ida Fell", LONG + by("Navidrome"));
        submit(token, now + 5, "Ida Fell", LONG + by("Navidrome"));

        assertListens("several-one", (int) now + 5, (int) now);
    }

    @Test
    void submit_whereArtistsAreJoinedDifferently_isOneListen() {
        String token = tokenOf("several-artists");
        submit(token, now, "Ida Fell & Per Holm", by("Navidrome"));
        submit(token, now + 2, "Ida Fell", by("Jellyfin"));
        submit(token, now + 1, "Ida Fell, Per Holm", by("Phone"));
        submit(token, now + 1, "Per Holm", by("Phone"));

        assertListens("several-artists", (int) now + 1, (int) now);
    }

    @Test
    void submit_anImportOfMany_isSettledWithWhatIsThere() {
        String token = tokenOf("several-import");
        submit(token, now, "Ida Fell", LONG + by("Navidrome"));
        player(token)
                .body("""
                        {"listen_type":"import","payload":[
                         {"listened_at":%d,"track_metadata":{"artist_name":"Ida Fell","track_name":"Sent Twice","additional_info":{%s}}},
                         {"listened_at":%d,"track_metadata":{"artist_name":"Ida Fell","track_name":"Sent Twice","additional_info":{%s}}}]}
                        """.formatted(now + 20, by("Jellyfin"), now + 28, by("Phone")))
                .post("/1/submit-listens")
                .then()
                .statusCode(200);

        assertListens("several-import", (int) now);
    }
}
