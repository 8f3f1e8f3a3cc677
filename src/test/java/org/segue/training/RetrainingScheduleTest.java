package org.segue.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetrainingScheduleTest {

    @ParameterizedTest
    @CsvSource({
        "NIGHTLY, 2026-11-24T15:00+01:00[Europe/Zurich], 2026-11-24T23:59+01:00[Europe/Zurich], false",
        "NIGHTLY, 2026-11-24T15:00+01:00[Europe/Zurich], 2026-11-25T02:59+01:00[Europe/Zurich], false",
        "NIGHTLY, 2026-11-24T15:00+01:00[Europe/Zurich], 2026-11-25T03:00+01:00[Europe/Zurich], true",
        "NIGHTLY, 2026-11-24T02:00+01:00[Europe/Zurich], 2026-11-24T03:00+01:00[Europe/Zurich], true",
        "NIGHTLY, 2026-11-24T03:00+01:00[Europe/Zurich], 2026-11-24T03:01+01:00[Europe/Zurich], false",
        "NIGHTLY, 2026-03-28T15:00+01:00[Europe/Zurich], 2026-03-29T03:30+02:00[Europe/Zurich], true",
        "HOURLY, 2026-11-24T15:00Z[UTC], 2026-11-24T15:59Z[UTC], false",
        "HOURLY, 2026-11-24T15:00Z[UTC], 2026-11-24T16:00Z[UTC], true",
        "OFF, 2016-11-24T15:00Z[UTC], 2026-11-24T16:00Z[UTC], false",
    })
    void isDue_eachSchedule_knowsItsTime(
            RetrainingSchedule schedule, ZonedDateTime last, ZonedDateTime now, boolean due) {
        assertThat(schedule.isDue(last, now)).isEqualTo(due);
    }
}
