package org.segue.interactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.segue.catalog.SongStats;
import org.segue.interactions.Preferences.Preference;

class PreferencesTest {

    private static final Preferences LOVES_4_DISLIKES_9 = Preferences.of(Map.of(
            9,
            new Preference(Preferences.DISLIKE, true),
            4,
            new Preference(Preferences.LOVE, true),
            6,
            new Preference(1, false)));

    private final UserHistory history = new UserHistory(
            7,
            new int[] {2, 5, 9},
            new float[] {1, 4, 2},
            new long[] {100, 0, 300},
            LOVES_4_DISLIKES_9,
            new Bans(new int[] {3}, new long[] {50}, new int[] {8}, new long[] {Bans.FOREVER}));

    @Test
    void preferences_areSortedAndFound() {
        assertThat(LOVES_4_DISLIKES_9.songIds()).containsExactly(4, 6, 9);
        assertThat(LOVES_4_DISLIKES_9.weightOf(4)).isEqualTo(Preferences.LOVE);
        assertThat(LOVES_4_DISLIKES_9.weightOf(5)).isZero();
        assertThat(LOVES_4_DISLIKES_9.isKnown(4)).isTrue();
        assertThat(LOVES_4_DISLIKES_9.isKnown(6)).isFalse();
        assertThat(Preferences.of(LOVES_4_DISLIKES_9.bySong()).weights()).isEqualTo(LOVES_4_DISLIKES_9.weights());
    }

    @Test
    void isKnown_heardOrJudgedSongs_only() {
        assertThat(history.isKnown(2)).isTrue();
        assertThat(history.isKnown(4)).isTrue();
        assertThat(history.isKnown(6)).isFalse();
        assertThat(history.isKnown(3)).isFalse();
    }

    @Test
    void lastHeard_timeUnknownOrNeverHeard_isZero() {
        assertThat(history.lastHeard(9)).isEqualTo(300);
        assertThat(history.lastHeard(5)).isZero();
        assertThat(history.lastHeard(4)).isZero();
        assertThat(new UserHistory(7, new int[] {2}, new float[] {1}).lastHeard(2))
                .isZero();
    }

    @Test
    void bans_countUntilTheyEnd() {
        int[] artists = new int[100];
        artists[99] = 8;
        artists[98] = 7;
        artists[97] = 20;
        artists[96] = 21;
        SongStats songs =
                new SongStats(artists, new int[100]).crediting(Map.of(20, new int[] {7, 8}, 21, new int[] {7, 9}));
        assertThat(history.bans().exclude(3, songs, 49)).isTrue();
        assertThat(history.bans().exclude(3, songs, 50)).isFalse();
        assertThat(history.bans().exclude(99, songs, 1_000_000)).isTrue();
        assertThat(history.bans().exclude(98, songs, 0)).isFalse();
        assertThat(history.bans().exclude(97, songs, 0))
                .as("of two artists the second")
                .isTrue();
        assertThat(history.bans().exclude(96, songs, 0)).isFalse();
    }

    @Test
    void withSeeds_addsTheirWeightToWhatTheSongHas() {
        UserHistory seeded = history.withSeeds(Map.of(1, 1f, 2, 2f, 4, 1f, 9, 1f));

        assertThat(seeded.preferences().songIds()).containsExactly(1, 2, 4, 6, 9);
        assertThat(seeded.preferences().weights())
                .containsExactly(Preferences.LOVE, 1 + 2 * Preferences.LOVE, 2 * Preferences.LOVE, 1, Preferences.LOVE);
        assertThat(seeded.isKnown(1)).isTrue();
        assertThat(seeded.fingerprint()).isNotEqualTo(history.fingerprint());
    }

    @Test
    void without_forgetsWhatTheSongsSay() {
        UserHistory rest = history.without(Set.of(2, 4, 77));

        assertThat(rest.songIds()).containsExactly(5, 9);
        assertThat(rest.values()).containsExactly(4, 2);
        assertThat(rest.lastHeard(9)).isEqualTo(300);
        assertThat(rest.preferences().songIds()).containsExactly(6, 9);
        assertThat(rest.bans()).isSameAs(history.bans());
        assertThat(history.without(Set.of(77)).fingerprint()).isEqualTo(history.fingerprint());
    }

    @Test
    void fingerprint_withPreferences_differsAndBansDoNotCount() {
        UserHistory plain = new UserHistory(7, history.songIds(), history.values());

        assertThat(history.fingerprint()).isNotEqualTo(plain.fingerprint());
        assertThat(new UserHistory(
                                7, history.songIds(), history.values(), new long[0], Preferences.NONE, history.bans())
                        .fingerprint())
                .isEqualTo(plain.fingerprint());
    }

    @Test
    void newHistory_timesDoNotFit_isRefused() {
        assertThatThrownBy(() ->
                        new UserHistory(7, new int[] {2, 3}, new float[2], new long[1], Preferences.NONE, Bans.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 songs, 1 times");
    }
}
