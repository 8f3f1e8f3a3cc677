package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.segue.access.Asking;

/** What a player says that somebody listens to reaches who follows it. */
@QuarkusTest
@TestProfile(Household.Profile.class)
class PlayingResourceTest {

    private static final Duration FAR_AWAY = Duration.ofSeconds(60);

    @TestHTTPResource("/")
    URI root = URI.create("/");

    @Test
    void song_isTold_whenItBegins() throws IOException, InterruptedException {
        String token = Asking.tokenOf("live");
        try (Stream<String> lines = follow("live")) {
            Iterator<String> events =
                    lines.filter(line -> line.startsWith("data:")).iterator();
            assertThat(events.next()).isEqualTo("data:{\"playing\":null}");

            Asking.player(token)
                    .contentType("application/json")
                    .body("{\"listen_type\":\"playing_now\",\"payload\":[{\"track_metadata\":{\"artist_name\":\"Port\","
                            + "\"track_name\":\"Roads\",\"additional_info\":{\"media_player\":\"Navidrome\"}}}]}")
                    .post("/1/submit-listens")
                    .then()
                    .statusCode(200);
            String event = events.next();
            while (event.contains("null}")) {
                event = events.next();
            }
            assertThat(event)
                    .startsWith("data:{\"playing\":{\"title\":\"Roads\",\"artist\":\"Port\",\"client\":\"Navidrome\"");
        }
        assertThat(given().get("/people/live").asString())
                .contains("Playing now in Navidrome:", ">Roads</strong>")
                .contains("data-playing=\"api/users/live/playing/events\"");
    }

    @Test
    void stream_endsAfterItsTime_andIsOfAUserWhoIsThere() {
        Asking.tokenOf("quiet");
        assertThat(given().get("/api/users/quiet/playing/events?seconds=2").asString())
                .contains("event:playing")
                .containsOnlyOnce("data:");
        given().get("/api/users/nobody-here/playing/events").then().statusCode(404);
        given().get("/api/users/quiet/playing/events?seconds=0").then().statusCode(422);
    }

    private Stream<String> follow(String user) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(root.resolve("/api/users/" + user + "/playing/events?seconds=120"))
                .timeout(FAR_AWAY)
                .build();
        HttpResponse<Stream<String>> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofLines());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
