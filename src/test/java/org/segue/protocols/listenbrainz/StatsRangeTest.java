package org.segue.protocols.listenbrainz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatsRangeTest {

    // A Monday that is the first of a month, a Sunday at the end of a year, a day in the middle of a half.
    @ParameterizedTest
    @CsvSource({
        "this_week,   2026-06-01, 2026-06-01, 2026-06-02, 2026-05-25",
        "this_week,   2026-06-07, 2026-06-01, 2026-06-08, 2026-05-25",
        "week,        2026-06-01, 2026-05-25, 2026-06-01, 2026-05-18",
        "this_month,  2026-06-01, 2026-06-01, 2026-06-02, 2026-05-01",
        "month,       2026-01-15, 2025-12-01, 2026-01-01, 2025-11-01",
        "quarter,     2026-05-20, 2026-01-01, 2026-04-01, 2025-10-01",
        "quarter,     2026-01-01, 2025-10-01, 2026-01-01, 2025-07-01",
        "half_yearly, 2026-05-20, 2025-07-01, 2026-01-01, 2025-01-01",
        "half_yearly, 2026-07-01, 2026-01-01, 2026-07-01, 2025-07-01",
        "this_year,   2026-12-31, 2026-01-01, 2027-01-01, 2025-01-01",
        "year,        2026-12-31, 2025-01-01, 2026-01-01, 2024-01-01",
        "all_time,    2026-12-31, 2002-01-01, 2027-01-01, 2002-01-01"
    })
    void days(String word, LocalDate today, LocalDate first, LocalDate end, LocalDate firstBefore) {
        StatsRange range = StatsRange.of(word).orElseThrow();

        assertThat(range.first(today)).isEqualTo(first);
        assertThat(range.end(today)).isEqualTo(end);
        assertThat(range.firstBefore(today)).isEqualTo(firstBefore);
    }
}
