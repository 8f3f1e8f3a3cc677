package org.segue.access.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MessageClockTest {

    private static final int LARGE = Deadlines.MAX_SMALL_BODY + 1;
    private static final long PART = 30 * 4096;

    private final Deadlines deadlines =
            new Deadlines(Duration.ofSeconds(10), Duration.ofSeconds(30), 4096, Duration.ofSeconds(60));
    private final MessageClock clock = new MessageClock(deadlines);

    @Test
    void head_hasTenSeconds() {
        assertThat(isLateAfter(10)).isFalse();
        assertThat(isLateAfter(1)).isTrue();
    }

    @Test
    void smallBody_hasWhatTheHeadLeft() {
        isLateAfter(6);
        clock.headCame(Deadlines.MAX_SMALL_BODY);
        clock.bodyCame(Deadlines.MAX_SMALL_BODY - 1);

        assertThat(isLateAfter(4)).isFalse();
        assertThat(isLateAfter(1)).isTrue();
    }

    @Test
    void bodyOfUnknownLength_isSmallUntilMoreHasCome() {
        clock.headCame(-1);
        clock.bodyCame(Deadlines.MAX_SMALL_BODY);
        assertThat(isLateAfter(9)).isFalse();

        clock.bodyCame(1);
        assertThat(isLateAfter(20)).isFalse();
    }

    @Test
    void largeBody_hasThirtySeconds_thenTheMeanOfEachThirtyCounts() {
        clock.headCame(LARGE);
        assertThat(isLateAfter(30)).isFalse();

        clock.bodyCame(PART);
        assertThat(isLateAfter(30)).isFalse();
        clock.bodyCame(PART - 1);
        assertThat(isLateAfter(29)).isFalse();
        assertThat(isLateAfter(1)).isTrue();
    }

    @Test
    void largeBody_whoseFirstPartWasFast_hasNoCredit() {
        clock.headCame(LARGE);
        clock.bodyCame(100 * PART);
        isLateAfter(30);

        assertThat(isLateAfter(29)).isFalse();
        assertThat(isLateAfter(1)).isTrue();
    }

    @Test
    void lateOnce_isLateForEver() {
        isLateAfter(11);
        clock.headCame(LARGE);

        assertThat(clock.isLate()).isTrue();
    }

    private boolean isLateAfter(int seconds) {
        for (int i = 0; i < seconds; i++) {
            clock.pass(Duration.ofSeconds(1).toNanos());
        }
        return clock.isLate();
    }
}
