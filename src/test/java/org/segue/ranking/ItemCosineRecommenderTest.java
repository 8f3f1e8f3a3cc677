package org.segue.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.interactions.Bans;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.InteractionMatrixBuilder;
import org.segue.interactions.Preferences;
import org.segue.interactions.UserHistory;
import org.segue.testsupport.RandomInteractions;

class ItemCosineRecommenderTest extends RecommenderContract {

    @Override
    Recommender learnedFrom(InteractionMatrix interactions) {
        return new ItemCosineRecommender(interactions);
    }

    @Override
    boolean answersWithoutHistory() {
        return false;
    }

    @Test
    void recommend_checkerboard_isTheWithheldSong() {
        assertThat(firstSongs()).isEqualTo(withheldSongs());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void recommend_scores_areTheSumsOfTheSimilarities(long seed) {
        InteractionMatrix interactions = RandomInteractions.of(40, 50, 400, seed);
        InteractionMatrix bySong = RandomInteractions.exchanged(interactions);
        Recommender recommender = learnedFrom(interactions);
        for (int u = 0; u < interactions.users(); u++) {
            UserHistory history = interactions.history(u);
            for (ScoredSong song : recommender.recommend(history, Selection.unheard(1000))) {
                double sum = 0;
                for (int heard : history.songIds()) {
                    sum += similarity(bySong, song.songId(), heard);
                }
                assertThat((double) song.score()).isCloseTo(sum, within(1e-5));
            }
        }
    }

    @Test
    void recommend_withSessionsAndHalfLife_weighsRecentSongs() {
        InteractionMatrixBuilder builder = new InteractionMatrixBuilder();
        // User 1 heard 10 and 11 in one session, 12 a day later; user 2 has 12 and 13 without a time; user 3 asks.
        builder.addListen(1, 10, 1_700_000_000L)
                .addListen(1, 11, 1_700_000_100L)
                .addListen(1, 12, 1_700_086_400L)
                .add(2, 12, 1)
                .add(2, 13, 1);
        Recommender recommender = ItemCosineRecommender.withSessions(builder.build(), 100);
        UserHistory history = new UserHistory(
                3,
                new int[] {10, 12},
                new float[] {1, 1},
                new long[] {1_700_000_200L, 1_700_000_100L},
                Preferences.NONE,
                Bans.NONE);

        // Rows: user 1 {10, 11, 12}, user 2 {12, 13}, the session {10, 11}. Song 10 weighs 1, song 12, a half-life
        // older, a half.
        // sim(10, 11) = 2/2, sim(12, 11) = 1/√(2 · 2), sim(12, 13) = 1/√(2 · 1).
        List<ScoredSong> songs = recommender.recommend(history, Selection.unheard(10));
        assertThat(songs).extracting(ScoredSong::songId).containsExactly(11, 13);
        assertThat((double) songs.get(0).score()).isCloseTo(1 + 0.5 * 0.5, within(1e-6));
        assertThat((double) songs.get(1).score()).isCloseTo(0.5 / Math.sqrt(2), within(1e-6));
    }

    private static double similarity(InteractionMatrix bySong, int songId, int otherSongId) {
        UserHistory users = bySong.history(bySong.userIndexOf(songId));
        UserHistory otherUsers = bySong.history(bySong.userIndexOf(otherSongId));
        int both = 0;
        for (int userId : users.songIds()) {
            both += otherUsers.contains(userId) ? 1 : 0;
        }
        return both / Math.sqrt((double) users.size() * otherUsers.size());
    }
}
