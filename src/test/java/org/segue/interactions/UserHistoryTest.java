package org.segue.interactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class UserHistoryTest {

    private final UserHistory history = new UserHistory(7, new int[] {2, 5, 9}, new float[] {1, 4, 2});

    @Test
    void contains_heardSongs_only() {
        assertThat(history.contains(5)).isTrue();
        assertThat(history.contains(4)).isFalse();
        assertThat(history.isEmpty()).isFalse();
        assertThat(history.size()).isEqualTo(3);
    }

    @Test
    void fingerprint_sameSongsAndValues_isTheSameForAnyUser() {
        UserHistory other = new UserHistory(8, new int[] {2, 5, 9}, new float[] {1, 4, 2});

        assertThat(other.fingerprint()).isEqualTo(history.fingerprint());
    }

    @Test
    void fingerprint_anotherValueOrSong_differs() {
        assertThat(new UserHistory(7, new int[] {2, 5, 9}, new float[] {1, 5, 2}).fingerprint())
                .isNotEqualTo(history.fingerprint());
        assertThat(new UserHistory(7, new int[] {2, 6, 9}, new float[] {1, 4, 2}).fingerprint())
                .isNotEqualTo(history.fingerprint());
        assertThat(new UserHistory(7, new int[] {2, 5}, new float[] {1, 4}).fingerprint())
                .isNotEqualTo(history.fingerprint());
    }

    @Test
    void newHistory_lengthsDiffer_isRefused() {
        assertThatThrownBy(() -> new UserHistory(7, new int[] {2}, new float[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 songs, 0 values");
    }
}
