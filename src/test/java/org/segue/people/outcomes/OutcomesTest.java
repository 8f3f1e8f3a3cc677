package org.segue.people.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.segue.listens.PlayLog;

/** What counts as played, and when enough is known for a share. */
class OutcomesTest {

    private static final long SHOWN = 1_700_000_000;
    private static final long DAY = Duration.ofDays(1).toSeconds();
    private static final Instant LATER = Instant.ofEpochSecond(SHOWN + 60 * DAY);

    @Test
    void play_withinThirtyDaysAfter_counts() {
        List<ShownSong> songs =
                IntStream.rangeClosed(1, 5).mapToObj(OutcomesTest::shown).toList();
        PlayLog log = log(
                new long[] {SHOWN - 1, 1},
                new long[] {SHOWN, 2},
                new long[] {SHOWN + 30 * DAY - 1, 3},
                new long[] {SHOWN + 30 * DAY, 4},
                new long[] {SHOWN + 30 * DAY + 5, 3},
                new long[] {SHOWN + 31 * DAY, 9});

        assertThat(Outcomes.of(songs, log, LATER).shown()).isEqualTo(new Outcome(5, 2, 0, 0));
    }

    @Test
    void songs_whoseDaysGoOn_areCountedApart() {
        PlayLog log = log(new long[] {SHOWN + DAY, 1});
        Outcomes after = Outcomes.of(List.of(shown(1), shown(2)), log, Instant.ofEpochSecond(SHOWN + 2 * DAY));

        assertThat(after.shown()).isEqualTo(new Outcome(0, 0, 2, 1));
        assertThat(after.isAnyShown()).isTrue();
        assertThat(after.shown().percent()).isEmpty();
    }

    @Test
    void nextRanks_areComparedUnlessTheyWereSeenMeanwhile() {
        List<ShownSong> songs = List.of(
                next(1, SHOWN),
                next(2, SHOWN),
                next(3, SHOWN),
                new ShownSong(2, true, 1, SHOWN + 29 * DAY),
                new ShownSong(3, true, 1, SHOWN + 30 * DAY));
        PlayLog log =
                log(new long[] {SHOWN + DAY, 1}, new long[] {SHOWN + 2 * DAY, 2}, new long[] {SHOWN + 29 * DAY + 5, 3});

        Outcomes outcomes = Outcomes.of(songs, log, Instant.ofEpochSecond(SHOWN + 80 * DAY));
        assertThat(outcomes.next()).isEqualTo(new Outcome(2, 2, 0, 0));
        assertThat(outcomes.shown()).isEqualTo(new Outcome(2, 0, 0, 0));
    }

    @Test
    void share_ofFewSongs_isNotTold() {
        assertThat(new Outcome(19, 19, 500, 500).percent()).isEmpty();
        assertThat(new Outcome(20, 5, 0, 0).percent()).hasValue(25);
        assertThat(new Outcome(120, 31, 0, 0).percent()).hasValue(26);
    }

    @Test
    void nothingShown_isNothing() {
        Outcomes nothing = Outcomes.of(List.of(), log(), LATER);
        assertThat(nothing.isAnyShown()).isFalse();
        assertThat(Outcomes.of(List.of(next(1, SHOWN)), log(), LATER).isAnyShown())
                .isFalse();
    }

    private static ShownSong shown(int song) {
        return new ShownSong(song, true, song, SHOWN);
    }

    private static ShownSong next(int song, long at) {
        return new ShownSong(song, false, 60, at);
    }

    private static PlayLog log(long[]... plays) {
        return new PlayLog(
                Stream.of(plays).mapToLong(play -> play[0]).toArray(),
                Arrays.stream(plays).mapToInt(play -> (int) play[1]).toArray());
    }
}
