package org.segue.protocols.listenbrainz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

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
