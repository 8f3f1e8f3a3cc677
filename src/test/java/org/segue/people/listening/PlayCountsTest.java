package org.segue.people.listening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.listens.PlayLog;

class PlayCountsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void days_beginAtMidnightOfTheZone_onDaysOf23And25HoursToo() {
        PlayLog log = log(
                "2026-03-28T22:59:59Z 1", // the 28th
                "2026-03-28T23:00:00Z 1", // the 29th, which has 23 hours
                "2026-03-29T21:59:59Z 1",
                "2026-03-29T22:00:00Z 1", // the 30th
                "2026-10-24T22:00:00Z 1", // the 25th of October, which has 25
                "2026-10-25T22:59:59Z 1",
                "2026-10-25T23:00:00Z 1"); // the 26th

        assertThat(PlayCounts.of(log, LocalDate.parse("2026-03-28"), LocalDate.parse("2026-03-31"), BERLIN)
                        .days())
                .containsExactly(1, 2, 1);
        assertThat(PlayCounts.of(log, LocalDate.parse("2026-10-25"), LocalDate.parse("2026-10-27"), BERLIN)
                        .days())
                .containsExactly(2, 1);
    }

    @Test
    void discoveries_areSongsPlayedForTheFirstTimeOfAll_fromTheSecondMonthOn() {
        PlayLog log = log(
                "2026-01-01T10:00:00Z 1",
                "2026-01-20T10:00:00Z 2", // new, but everything is
                "2026-03-02T10:00:00Z 1",
                "2026-03-03T10:00:00Z 3",
                "2026-03-04T10:00:00Z 3",
                "2026-03-05T10:00:00Z 2");

        PlayCounts march = month(log, "2026-03-01");
        assertThat(march.discoveries()).isEqualTo(1);
        assertThat(march.discoveryPlays()).isEqualTo(2);
        assertThat(march.plays()).isEqualTo(4);
        assertThat(march.songs()).containsExactly(1, 2, 3);
        assertThat(march.knownBefore().stream()).containsExactly(1, 2);

        assertThat(month(log, "2026-01-01").discoveries()).isZero();
    }

    @Test
    void nothing_isCountedOfAnEmptyLog() {
        PlayCounts none = month(new PlayLog(new long[0], new int[0]), "2026-03-01");

        assertThat(none.plays()).isZero();
        assertThat(none.songs()).isEmpty();
        assertThat(Streak.longest(none.days(), LocalDate.parse("2026-03-01")).length())
                .isZero();
    }

    @ValueSource(ints = {1, 2, 3, 4, 5})
    @ParameterizedTest
    void counts_areThoseOfPlayingThroughTheLog(int seed) {
        Random random = new Random(seed);
        long start = Instant.parse("2025-11-01T00:00:00Z").getEpochSecond();
        long[] times = random.longs(2000, start, start + 200L * 86400).sorted().toArray();
        int[] songs = random.ints(2000, 1, 300).toArray();
        PlayLog log = new PlayLog(times, songs);
        LocalDate first = LocalDate.of(2025, 11, 1).plusDays(random.nextInt(150));
        LocalDate end = first.plusDays(1 + random.nextInt(40));

        PlayCounts counts = PlayCounts.of(log, first, end, BERLIN);

        Set<Integer> seen = new HashSet<>();
        Set<Integer> discovered = new HashSet<>();
        int[] days = new int[(int) (end.toEpochDay() - first.toEpochDay())];
        int[] plays = new int[301];
        for (int k = 0; k < times.length; k++) {
            LocalDate day = Instant.ofEpochSecond(times[k]).atZone(BERLIN).toLocalDate();
            boolean isNew = seen.add(songs[k]);
            if (!day.isBefore(first) && day.isBefore(end)) {
                days[(int) (day.toEpochDay() - first.toEpochDay())]++;
                plays[songs[k]]++;
                if (isNew && times[k] >= times[0] + 31 * 86400) {
                    discovered.add(songs[k]);
                }
            }
        }
        assertThat(counts.days()).containsExactly(days);
        assertThat(counts.plays()).isEqualTo(Arrays.stream(days).sum());
        assertThat(counts.discoveries()).isEqualTo(discovered.size());
        assertThat(counts.discoveryPlays())
                .isEqualTo(discovered.stream().mapToInt(song -> plays[song]).sum());
        for (int song : counts.songs()) {
            assertThat(counts.playsOf(song)).isEqualTo(plays[song]).isPositive();
        }
    }

    @Test
    void streak_isTheLongestRowOfDays_ofSeveralTheFirst() {
        LocalDate first = LocalDate.parse("2026-02-27");

        Streak streak = Streak.longest(new int[] {1, 0, 2, 1, 5, 0, 1, 1, 1}, first);

        assertThat(streak).isEqualTo(new Streak(3, LocalDate.parse("2026-03-01")));
        assertThat(streak.last()).isEqualTo("2026-03-03");
    }

    @EnumSource(Period.class)
    @ParameterizedTest
    void periods_holdTheirDays_andFollowOneAnother(Period period) {
        LocalDate day = LocalDate.parse("2027-01-02");

        LocalDate first = period.first(day);
        assertThat(first).isBeforeOrEqualTo(day);
        assertThat(period.plus(period.plus(first, -1), 1)).isEqualTo(first);
        if (period != Period.ALL) {
            assertThat(period.plus(first, 1)).isAfter(day);
            assertThat(period.first(period.plus(first, 1).minusDays(1))).isEqualTo(first);
        }
    }

    private static PlayCounts month(PlayLog log, String first) {
        LocalDate day = LocalDate.parse(first);
        return PlayCounts.of(log, day, day.plusMonths(1), ZoneOffset.UTC);
    }

    private static PlayLog log(String... plays) {
        long[] times = new long[plays.length];
        int[] songs = new int[plays.length];
        for (int k = 0; k < plays.length; k++) {
            times[k] = Instant.parse(plays[k].substring(0, 20)).getEpochSecond();
            songs[k] = Integer.parseInt(plays[k].substring(21).trim());
        }
        return new PlayLog(times, songs);
    }
}
