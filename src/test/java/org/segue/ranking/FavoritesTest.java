package org.segue.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.segue.interactions.Bans;
import org.segue.interactions.Preferences;
import org.segue.interactions.Preferences.Preference;
import org.segue.interactions.UserHistory;

class FavoritesTest {

    @Test
    void mostPlayedQuarter_isFavorite() {
        int[] songs = IntStream.rangeClosed(1, 8).toArray();
        UserHistory history = new UserHistory(1, songs, new float[] {1, 9, 1, 2, 1, 8, 3, 1});
        assertThat(IntStream.rangeClosed(0, 9).filter(new Favorites(history))).containsExactly(2, 6);
    }

    @Test
    void songsPlayedOnce_areNoFavorites() {
        UserHistory history = new UserHistory(1, new int[] {1, 2, 3}, new float[] {1, 1, 1});
        assertThat(IntStream.rangeClosed(0, 4).filter(new Favorites(history))).isEmpty();
        UserHistory nothing = new UserHistory(1, new int[0], new float[0]);
        assertThat(new Favorites(nothing).test(1)).isFalse();
    }

    @Test
    void lovedSongs_areFavorites_butNotAllOfALovedArtist() {
        Preferences said = Preferences.of(Map.of(
                1, new Preference(Preferences.LOVE, true),
                2, new Preference(Preferences.LOVE, false),
                3, new Preference(Preferences.DISLIKE, true)));
        UserHistory history = new UserHistory(1, new int[] {4, 5}, new float[] {1, 1}, new long[0], said, Bans.NONE);
        assertThat(IntStream.rangeClosed(0, 6).filter(new Favorites(history))).containsExactly(1);
    }
}
