package org.segue.protocols.listenbrainz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.listens.ReportedListen;

class SubmissionReaderTest {

    private static final Instant NOW = Instant.parse("2016-01-01T00:00:00Z");
    private static final Instant TRUE_NOW = Instant.parse("2026-06-01T00:00:00Z");

    @Test
    void read_theFuture_byAClockThatIsKnownToBeBehind_isToBeSentAgain() {
        assertThat(refusal(TRUE_NOW.minus(Duration.ofHours(9)), TRUE_NOW)).isEqualTo(503);
    }

    @Test
    void read_theFuture_byAClockThatMayBeRight_isWrong() {
        assertThat(refusal(null, TRUE_NOW)).isEqualTo(400);
        assertThat(refusal(NOW.minus(Duration.ofDays(1)), TRUE_NOW)).isEqualTo(400);
    }

    @Test
    void read_thePast_isTakenByAClockThatIsBehindToo() {
        Submission read = new SubmissionReader(NOW, TRUE_NOW).read(single(NOW.minus(Duration.ofDays(1))));

        assertThat(read.listens()).hasSize(1);
    }

    @Test
    void read_payloadBeforeItsType_andFieldsThatComeTwice_countsTheLast() {
        Submission read = read("""
                {"payload":[1,{"a":[]}],"more":{"payload":[2]},"listen_type":"single",
                 "payload":[%s,%s],"listen_type":"import"}""".formatted(listen("One", ""), listen("Two", "")));

        assertThat(read.type()).isEqualTo(Submission.ListenType.IMPORT);
        assertThat(read.listens().stream().map(listen -> listen.recording().title()))
                .containsExactly("One", "Two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{} ", "[] , 1", "", "7", "{\"payload\":[", "{\"payload\":[{}", "{\"listen_type\":\"import\"} x"
            })
    void read_whatIsNoSubmission_isRefused(String body) {
        assertThat(refusal(body).getStatusCode()).isEqualTo(400);
    }

    @Test
    void read_aListenWithVeryManyValues_orAVeryLongText_isTakenWithoutThem_inHardlyAnyMemory() {
        String values = "{}" + ",{}".repeat(3_000_000);
        String text = '"' + "t".repeat(9_000_000) + '"';

        for (String info :
                new String[] {"[" + values + "]", "{\"a\":[" + values + "]}", text, "{\"a\":" + text + "}"}) {
            String body =
                    "{\"listen_type\":\"import\",\"payload\":[" + listen("Rope", ",\"additional_info\":" + info) + "]}";
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            long before = allocatedBytes();

            Submission read = new SubmissionReader(TRUE_NOW, null).read(bytes);

            assertThat(allocatedBytes() - before).isLessThan(4L * bytes.length);
            assertThat(read.listens().get(0).recording().title()).isEqualTo("Rope");
            assertThat(info(read.listens().get(0))).isEqualTo("{}");
        }
    }

    @Test
    void read_whatIsTooMuchBesideAListen_costsThatAlone() {
        String tags = "\"t\"" + ",\"t\"".repeat(50);
        String large = "\"x\":\"" + "x".repeat(20_000) + "\"";
        String middling = "\"a\":\"" + "x".repeat(3000) + "\",\"b\":\"" + "x".repeat(3000) + "\"";

        assertThat(info("\"tags\":[" + tags + "],\"tracknumber\":3")).isEqualTo("{\"tracknumber\":3}");
        assertThat(info("\"tags\":[\"" + "x".repeat(65) + "\"],\"duration_ms\":7000"))
                .isEqualTo("{\"duration_ms\":7000}");
        assertThat(info("\"tags\":[\"" + "x".repeat(64) + "\"]")).contains("tags");
        assertThat(
                        info(
                                large
                                        + ",\"isrc\":\"GBXYZ2600001\",\"artist_names\":[\"a, b\",\"}\"] , \"media_player\": \"M\\\"\" "))
                .isEqualTo("{\"isrc\":\"GBXYZ2600001\",\"artist_names\":[\"a, b\",\"}\"],\"media_player\":\"M\\\"\"}");
        assertThat(info(middling + ",\"media_player\":\"M\""))
                .isEqualTo("{\"a\":\"" + "x".repeat(3000) + "\",\"media_player\":\"M\"}");
        assertThat(info("\"half\":\"\\ud800\",\"nul\":\"\\u0000\",\"none\":null,\"y\":\"ü\""))
                .isEqualTo("{\"nul\":\"\\u0000\",\"y\":\"ü\"}");
    }

    @Test
    void read_namesThatAreTooLarge_areRefused() {
        String body = "{\"listen_type\":\"import\",\"payload\":[%s]}".formatted(listen("x".repeat(11_000), ""));

        assertThat(refusal(body).getDetail()).startsWith("Listen is too large");
    }

    private static String info(String fields) {
        String body = "{\"listen_type\":\"import\",\"payload\":[%s,%s]}"
                .formatted(listen("One", ""), listen("Two", ",\"additional_info\":{" + fields + "}"));
        return info(read(body).listens().get(1));
    }

    private static String info(ReportedListen listen) {
        return Objects.requireNonNull(listen.words()).info();
    }

    @Test
    void read_moreThanAThousandListens_isRefused() {
        String body = "{\"listen_type\":\"import\",\"payload\":[%s]}".formatted("{}" + ",{}".repeat(1000));

        assertThat(refusal(body).getDetail()).isEqualTo("Too many listens: at most 1000 a request.");
    }

    private static long allocatedBytes() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private static Submission read(String body) {
        return new SubmissionReader(TRUE_NOW, null).read(body.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpProblem refusal(String body) {
        return assertThatExceptionOfType(HttpProblem.class)
                .isThrownBy(() -> read(body))
                .actual();
    }

    private static String listen(String title, String more) {
        return "{\"listened_at\":1700000000,\"track_metadata\":{\"artist_name\":\"a\",\"track_name\":\"%s\"%s}}"
                .formatted(title, more);
    }

    private static int refusal(@Nullable Instant known, Instant listenedAt) {
        SubmissionReader reader = new SubmissionReader(NOW, known);
        return assertThatExceptionOfType(HttpProblem.class)
                .isThrownBy(() -> reader.read(single(listenedAt)))
                .actual()
                .getStatusCode();
    }

    private static byte[] single(Instant listenedAt) {
        return """
                {"listen_type":"single","payload":[{"listened_at":%d,
                 "track_metadata":{"artist_name":"Nella Quist","track_name":"Rope"}}]}""".formatted(listenedAt.getEpochSecond()).getBytes(StandardCharsets.UTF_8);
    }
}
