package org.segue.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.interactions.InteractionMatrix;
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
