package org.segue.protocols.listenbrainz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.segue.access.Asking.player;
import static org.segue.access.Asking.tokenOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody has listened to most, by the times that ListenBrainz has. */
@QuarkusTest
class StatsResourceTest {

    private static final String MBID = "7a51c0de-0001-4000-8000-000000000001";
    private static final String RELEASE = "7a51c0de-0002-4000-8000-000000000002";

    private String token = "";

    private void hear(String user) {
        token = tokenOf(user);
        long today = Instant.now().truncatedTo(ChronoUnit.DAYS).getEpochSecond();
        // Three years ago, and today.
        long longAgo = today - 3 * 366 * 86_400L;
        listen("Ada Bright & Tom Coal", "Duet", "First Light", longAgo);
        listen("Ada Bright & Tom Coal", "Duet", "First Light", longAgo + 1000);
        listen("Ada Bright & Tom Coal", "Duet", "First Light", today - 1000);
        listen("Ada Bright", "Solo", "First Light", longAgo + 5000);
        listen("Zed", "Other", "", longAgo + 9000);
    }

    private void listen(String artist, String title, String album, long at) {
        String duet = artist.contains("&")
                ? "\"artist_names\":[\"Ada Bright\",\"Tom Coal\"],\"recording_mbid\":\"%s\",\"release_mbid\":\"%s\","
                        .formatted(MBID, RELEASE)
                : "";
        player(token)
                .body("""
                        {"listen_type":"single","payload":[{"listened_at":%d,"track_metadata":{"artist_name":"%s","track_name":"%s",
                         "release_name":"%s","additional_info":{%s"tracknumber":1}}}]}""".formatted(at, artist, title, album, duet))
                .post("/1/submit-listens")
                .then()
                .statusCode(200);
    }

    private JsonPath stats(String of) {
        return player(token)
                .get("/1/stats/user/" + of)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void entitiesOfMostListensComeFirst() {
        hear("stats-most");

        JsonPath artists = stats("stats-most/artists");
        assertThat(artists.getList("payload.artists.artist_name")).containsExactly("Ada Bright", "Tom Coal", "Zed");
        assertThat(artists.getList("payload.artists.listen_count")).containsExactly(4, 3, 1);
        assertThat(artists.getInt("payload.total_artist_count")).isEqualTo(3);
        assertThat(artists.getString("payload.range")).isEqualTo("all_time");
        assertThat(artists.getString("payload.user_id")).isEqualTo("stats-most");
        JsonPath recordings = stats("stats-most/recordings?count=1&offset=0");
        assertThat(recordings.getList("payload.recordings.track_name")).containsExactly("Duet");
        assertThat(recordings.getInt("payload.total_recording_count")).isEqualTo(3);
        assertThat(recordings.getString("payload.recordings[0].recording_mbid")).isEqualTo(MBID);
        JsonPath releases = stats("stats-most/releases");
        assertThat(releases.getList("payload.releases.release_name")).containsExactly("First Light", "First Light");
        assertThat(releases.getList("payload.releases.listen_count")).containsExactly(3, 1);
        assertThat(releases.getString("payload.releases[0].release_mbid")).isEqualTo(RELEASE);
        JsonPath groups = stats("stats-most/release-groups?offset=1");
        assertThat(groups.getList("payload.release_groups.release_group_name")).containsExactly("First Light");
        assertThat(groups.getInt("payload.total_release_group_count")).isEqualTo(2);
        assertThat(groups.getInt("payload.offset")).isEqualTo(1);
    }

    @Test
    void rangesLeaveOutWhatIsOutsideThem() {
        hear("stats-ranges");

        assertThat(stats("stats-ranges/artists?range=week").getList("payload.artists"))
                .hasSizeLessThanOrEqualTo(2);
        assertThat(stats("stats-ranges/recordings?range=year").getList("payload.recordings"))
                .hasSizeLessThanOrEqualTo(1);
        JsonPath years = stats("stats-ranges/listening-activity");
        List<Integer> counts = years.getList("payload.listening_activity.listen_count");
        assertThat(counts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(5);
        assertThat(counts).doesNotContain(0);
        assertThat(stats("stats-ranges/listening-activity?range=week").getList("payload.listening_activity"))
                .hasSize(14);
    }

    @ParameterizedTest
    @ValueSource(strings = {"this_week", "this_month", "this_year", "week", "month", "quarter", "half_yearly", "year"})
    void everyRange_isAnswered(String range) {
        token = tokenOf("stats-empty");

        for (String of : List.of("artists", "recordings", "releases", "release-groups", "listening-activity")) {
            player(token)
                    .get("/1/stats/user/stats-empty/%s?range=%s".formatted(of, range))
                    .then()
                    .statusCode(200)
                    .body("payload.range", equalTo(range));
        }
        player(token)
                .get("/1/stats/user/stats-empty/artists?range=" + range)
                .then()
                .body("payload.artists", hasSize(0));
    }

    @Test
    void whatIsNoRange_andNobody_areRefused() {
        token = tokenOf("stats-refused");

        player(token)
                .get("/1/stats/user/stats-refused/artists?range=fortnight")
                .then()
                .statusCode(400)
                .body("error", containsString("this_week"));
        player(token)
                .get("/1/stats/user/nobody-there/artists")
                .then()
                .statusCode(404)
                .body("code", equalTo(404));
    }
}
