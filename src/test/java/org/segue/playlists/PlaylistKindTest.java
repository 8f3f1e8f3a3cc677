package org.segue.playlists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaylistKindTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 2026-11-23",
        "2026-11-24, 2026-11-23",
        "2026-11-29, 2026-11-23",
        "2026-11-30, 2026-11-30",
        "2027-01-01, 2026-12-28"
    })
    void weeks_beginOnMonday(LocalDate day, LocalDate monday) {
        assertThat(PlaylistKind.WEEKLY_JAMS.periodOf(day)).isEqualTo(monday);
        assertThat(PlaylistKind.WEEKLY_EXPLORATION.periodOf(day)).isEqualTo(monday);
        assertThat(PlaylistKind.REDISCOVER.periodOf(day)).isEqualTo(monday);
        assertThat(PlaylistKind.DAILY_JAMS.periodOf(day)).isEqualTo(day);
    }

    @Test
    void lists_areKeptForFourPeriods_theirOwnAmongThem() {
        LocalDate day = LocalDate.of(2026, 11, 24);
        assertThat(PlaylistKind.DAILY_JAMS.oldestKept(day)).isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(PlaylistKind.WEEKLY_JAMS.oldestKept(day)).isEqualTo(LocalDate.of(2026, 11, 2));
        for (PlaylistKind kind : PlaylistKind.values()) {
            LocalDate oldest = kind.oldestKept(day);
            assertThat(kind.expiry(oldest)).isAfter(day);
            assertThat(kind.expiry(kind.before(oldest))).isBeforeOrEqualTo(day);
        }
    }

    @Test
    void words_areThoseOfListenBrainzWhereItHasSuchLists_andReadBack() {
        assertThat(PlaylistKind.values())
                .extracting(PlaylistKind::word)
                .containsExactly("daily-jams", "weekly-jams", "weekly-exploration", "rediscover");
        for (PlaylistKind kind : PlaylistKind.values()) {
            assertThat(PlaylistKind.of(kind.word())).isEqualTo(kind);
        }
        assertThatThrownBy(() -> PlaylistKind.of("top-discoveries")).hasMessageContaining("top-discoveries");
    }

    @Test
    void titles_sayWhatForWhomAndWhen() {
        LocalDate tuesday = LocalDate.of(2026, 11, 24);
        assertThat(PlaylistMessages.title(PlaylistKind.DAILY_JAMS, "anna", tuesday))
                .isEqualTo("Daily jams for anna, Tuesday 24 November 2026");
        assertThat(PlaylistMessages.title(PlaylistKind.WEEKLY_JAMS, "anna", LocalDate.of(2026, 11, 23)))
                .isEqualTo("Weekly jams for anna, week of 23 November 2026");
        assertThat(PlaylistMessages.title(PlaylistKind.REDISCOVER, "anna", LocalDate.of(2026, 11, 23)))
                .isEqualTo("Rediscover for anna, week of 23 November 2026");
    }
}
