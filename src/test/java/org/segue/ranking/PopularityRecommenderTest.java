package org.segue.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.InteractionMatrixBuilder;
import org.segue.interactions.UserHistory;

class PopularityRecommenderTest extends RecommenderContract {

    private static final UserHistory NOBODY = new UserHistory(0, new int[0], new float[0]);

    @Override
    Recommender learnedFrom(InteractionMatrix interactions) {
        return PopularityRecommender.of(interactions);
    }

    @Override
    boolean answersWithoutHistory() {
        return true;
    }

    // All songs of the board have 24 listeners: the smallest unheard key leads, which the withheld song is for users 1
    // and 2.
    @Test
    void recommend_checkerboard_isTheSmallestUnheardKey() {
        assertThat(firstSongs())
                .isEqualTo(IntStream.rangeClosed(1, SIZE)
                        .mapToObj(u -> u % 2 == 0 ? 1 : Math.min(u, 2))
                        .toList());
    }

    @Test
    void recommend_playsOfOneUser_countOnce() {
        InteractionMatrix interactions = new InteractionMatrixBuilder()
                .add(1, 7, 1000)
                .add(1, 8, 1)
                .add(2, 8, 1)
                .add(2, 3, 1)
                .build();

        assertThat(PopularityRecommender.of(interactions).recommend(NOBODY, Selection.unheard(3)))
                .containsExactly(new ScoredSong(8, 2), new ScoredSong(3, 1), new ScoredSong(7, 1));
    }

    @Test
    void recommend_arrays_areSortedByUsersThenKey() {
        Recommender recommender = new PopularityRecommender(
                new int[] {5, 1, 9, Integer.MAX_VALUE, 0}, new int[] {3, 0, Integer.MAX_VALUE, 3, 0});

        assertThat(recommender.recommend(NOBODY, Selection.unheard(9)))
                .extracting(ScoredSong::songId)
                .containsExactly(9, 5, Integer.MAX_VALUE, 0, 1);
    }

    @Test
    void newRecommender_lengthsDiffer_isRefused() {
        assertThatThrownBy(() -> new PopularityRecommender(new int[2], new int[3]))
                .hasMessageContaining("3 numbers for 2 songs");
    }
}
