package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.segue.songmodel.SongModelSamples;
import org.segue.testsupport.EmptyService;

/** Answers for somebody without an account, whose history comes along. */
@QuarkusTest
class RecommendHistoryTest {

    private static final int SONGS = 40;

    @TempDir
    Path folder;

    @BeforeEach
    void takeSongModel() throws IOException {
        EmptyService.now();
        Path file = SongModelSamples.write(folder.resolve("sample"), SONGS);
        given().multiPart("file", file.toFile()).post("/api/models").then().statusCode(201);
    }

    // Other classes ask the same service.
    @AfterEach
    void leaveNothing() {
        EmptyService.now();
    }

    private static Response asked(String body) {
        return given().contentType(ContentType.JSON).body(body).post("/recommend");
    }

    private static JsonPath recommended(String body) {
        Response answer = asked(body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    private static String mbid(int song) {
        return "\"mbid\":\"%s\"".formatted(SongModelSamples.mbid(song));
    }

    @Test
    void recommend_sameHistoryAsAListener_isAnsweredAlike() {
        Jobs.importedTable(
                "user=anna",
                "artist,title,plays\nArtist 0,Song 0,3\nArtist 1,Song 4,2\nArtist 3,Song 11,1\nArtist 5,Song 15,7\n");

        JsonPath listener = recommended("{\"user\":\"anna\",\"n\":10}");
        JsonPath given = recommended(
                "{\"n\":10,\"history\":[{\"artist\":\"ARTIST 0\",\"title\":\"song 0\",\"weight\":3},"
                        + "{\"artist\":\"Artist 1\",\"title\":\"Song 4\",\"weight\":2},{\"artist\":\"Artist 3\",\"title\":\"Song 11\"},"
                        + "{\"artist\":\"Artist 5\",\"title\":\"Song 15\",\"weight\":4},{\"artist\":\"Artist 5\",\"title\":\"Song 15\",\"weight\":3}]}");

        assertThat(given.getList("items.song")).hasSize(10).isEqualTo(listener.getList("items.song"));
        assertThat(given.getList("items.score")).isEqualTo(listener.getList("items.score"));
        assertThat(given.getList("items.reasons.song")).isEqualTo(listener.getList("items.reasons.song"));
        assertThat(given.getString("user")).isNull();
        assertThat(given.getList("warnings")).isEqualTo(listener.getList("warnings"));
    }

    @Test
    void recommend_datedHistory_agesFromItsNewestListen_andNowSaysWhetherASessionGoesOn() {
        Jobs.importedTable("user=anna", """
                artist,title,listened_at
                Artist 0,Song 0,2016-05-01T10:00:00Z
                Artist 1,Song 4,2016-05-01T09:50:00Z
                Artist 4,Song 12,2016-04-30T20:00:00Z
                """);
        String heard =
                "{\"n\":10,\"history\":[{%s,\"at\":\"2016-05-01T10:00:00Z\"},{%s,\"at\":\"2016-05-01T09:50:00Z\"},{%s,\"at\":\"2016-04-30T20:00:00Z\"}]"
                        .formatted(mbid(0), mbid(4), mbid(12));

        JsonPath listener = recommended("{\"user\":\"anna\",\"n\":10}");
        JsonPath later = recommended(heard + "}");
        JsonPath inSession = recommended(heard + ",\"now\":\"2016-05-01T10:10:00Z\"}");

        assertThat(later.getList("items.score")).isEqualTo(listener.getList("items.score"));
        assertThat(later.getList("items.song")).isEqualTo(listener.getList("items.song"));
        assertThat(inSession.getList("items.score")).isNotEqualTo(later.getList("items.score"));
        assertThat(recommended(heard + ",\"now\":\"2019-05-01T10:10:00Z\"}").getList("items.score"))
                .isEqualTo(later.getList("items.score"));
    }

    @Test
    void recommend_unknownSongs_areNamed_andWhatWasHeardIsLeftOut() {
        JsonPath answer = recommended(
                "{\"n\":40,\"history\":[{%s},{\"mbid\":\"00000000-0000-4000-8000-00000000beef\"},{\"artist\":\"Nobody\",\"title\":\"Nothing\"},{\"song\":\"no-such-song\"}]}"
                        .formatted(mbid(0) + ",\"weight\":2"));

        assertThat(answer.getList("warnings", String.class))
                .anySatisfy(warning -> assertThat(warning)
                        .contains(
                                "history", "00000000-0000-4000-8000-00000000beef", "Nobody – Nothing", "no-such-song"));
        assertThat(answer.getList("items.title")).doesNotContain("Song 0");
    }

    @Test
    void recommend_historyWithSeeds_countsBoth_andRadioGoesOn() {
        String history = "\"history\":[{%s},{%s}]".formatted(mbid(0), mbid(12));
        String seeds = "\"seeds\":[{\"song\":\"%s\"}]".formatted(SongModelSamples.mbid(20));

        List<Float> alone = recommended("{%s}".formatted(history)).getList("items.score");
        List<Float> both = recommended("{%s,%s}".formatted(history, seeds)).getList("items.score");
        JsonPath radio = recommended("{%s,\"continue\":true,\"n\":3}".formatted(history));
        JsonPath next = recommended("{%s,\"continue\":\"%s\",\"n\":3}".formatted(history, radio.getString("next")));

        assertThat(both).isNotEqualTo(alone);
        assertThat(next.getList("items.song")).hasSize(3).doesNotContainAnyElementsOf(radio.getList("items.song"));
    }

    @Test
    void recommend_historyOfTenThousand_isTaken_andOneMoreIsNot() {
        assertThat(recommended("{\"history\":[%s]}".formatted(entries(10_000))).getList("items"))
                .hasSize(10);

        Response tooMany = asked("{\"history\":[%s]}".formatted(entries(10_001)));

        assertThat(tooMany.statusCode()).isEqualTo(422);
        assertThat(tooMany.asString()).contains("\"history\"", "10000");
    }

    private static String entries(int count) {
        return IntStream.range(2, count)
                .mapToObj(k ->
                        "{\"artist\":\"Artist %d with a name that is long\",\"title\":\"Song %d with one of a hundred letters, which is more than most have in any catalog of songs\",\"weight\":%d,\"at\":\"2026-01-01T10:%02d:00Z\"}"
                                .formatted(k / 3, k, 1 + k % 5, k % 60))
                .collect(Collectors.joining(",", "{%s},{%s},".formatted(mbid(0), mbid(4)), ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"history\":[{\"song\":\"a\",\"weight\":-1}]|history[0].weight",
                "\"history\":[{\"song\":\"a\",\"weight\":0}]|history[0].weight",
                "\"history\":[{\"song\":\"a\",\"weight\":1e400}]|history[0].weight",
                "\"history\":[{\"song\":\"a\"},{\"song\":\"a\",\"weight\":1e300}]|history[1].weight",
                "\"history\":[{\"song\":\"a\",\"at\":\"1969-12-31T23:59:59Z\"}]|history[0].at",
                "\"history\":[{\"song\":\"a\",\"at\":\"+100000-01-01T00:00:00Z\"}]|history[0].at",
                "\"history\":[{}]|history[0].song",
                "\"history\":[{\"weight\":2}]|history[0].song",
                "\"history\":[{\"artist\":\"A\"}]|history[0].song",
                "\"history\":[{\"song\":\"a\",\"mbid\":\"b\"}]|history[0].song",
                "\"history\":[{\"artist\":\" \",\"title\":\"b\"}]|history[0].artist",
                "\"history\":[{\"artist\":\"b\",\"title\":\"\"}]|history[0].title",
                "\"history\":[{\"mbid\":\"b\"}]|history[0].mbid",
                "\"history\":[null]|history[0]",
                "\"user\":\"anna\",\"history\":[{\"song\":\"a\"}]|history",
                "\"users\":[\"anna\",\"ben\"],\"history\":[{\"song\":\"a\"}]|history",
                "\"user\":\"anna\",\"now\":\"2026-01-01T00:00:00Z\"|now",
                "\"history\":[{\"song\":\"a\"}],\"now\":\"+100000-01-01T00:00:00Z\"|now"
            })
    void recommend_hostileValue_isRefusedByItsField(String fields, String field) {
        Response answer = asked("{%s}".formatted(fields));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("violations.field", String.class))
                .as(answer.asString())
                .anySatisfy(name -> assertThat(name).startsWith(field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"song\":\"a\",\"weight\":NaN}",
                "{\"song\":\"a\",\"weight\":\"2\"}",
                "{\"song\":\"a\",\"at\":1700000000}",
                "{\"song\":\"a\",\"at\":\"\"}",
                "{\"song\":\"a\",\"artists\":\"b\"}"
            })
    void recommend_notTheJsonThatWasExpected_is400(String entry) {
        assertThat(asked("{\"history\":[%s]}".formatted(entry)).statusCode()).isEqualTo(400);
    }

    @Test
    void recommend_emptyHistory_isAnsweredWithWhatMostPeoplePlay() {
        assertThat(recommended("{\"history\":[]}").getString("strategy")).isEqualTo("popular");
    }
}
