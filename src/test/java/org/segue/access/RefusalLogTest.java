package org.segue.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RefusalLogTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private Instant now = Instant.ofEpochSecond(1_700_000_000);
    private final RefusalLog log = new RefusalLog(metrics, () -> now);

    @Test
    void answered_manyARefusalOfAStatus_isLoggedOnceASecond_andAllAreCounted() {
        assertThat(log.answered(404, "GET", "/nothing")).isTrue();
        for (int i = 0; i < 99; i++) {
            assertThat(log.answered(404, "GET", "/nothing")).isFalse();
        }
        assertThat(log.answered(401, "POST", "/api/imports")).isTrue();
        now = now.plusSeconds(1);
        assertThat(log.answered(404, "GET", "/" + "long".repeat(1000))).isTrue();
        assertThat(log.answered(404, "GET", "/nothing")).isFalse();

        assertThat(counted("404")).isEqualTo(102);
        assertThat(counted("401")).isEqualTo(1);
    }

    @Test
    void answered_whatWasNotRefused_isNothing() {
        assertThat(log.answered(200, "GET", "/")).isFalse();
        assertThat(log.answered(303, "GET", "/")).isFalse();
        assertThat(metrics.getMeters()).isEmpty();
    }

    private double counted(String status) {
        return metrics.get("segue.requests.refused")
                .tag("status", status)
                .counter()
                .count();
    }
}
