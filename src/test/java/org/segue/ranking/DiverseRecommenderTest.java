package org.segue.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.UserHistory;
import org.segue.testsupport.AlternatingLeastSquares;
import org.segue.testsupport.FactorModels;
import org.segue.testsupport.RandomInteractions;

/** What does not stray keeps the contract; what strays takes other songs of the same pool. */
class DiverseRecommenderTest extends RecommenderContract {

    @Override
    DiverseRecommender learnedFrom(InteractionMatrix interactions) {
        return straying(interactions, DiversityReranker.NONE);
    }

    @Override
    boolean answersWithoutHistory() {
        return false;
    }

    private static DiverseRecommender straying(InteractionMatrix interactions, DiversityReranker variety) {
        FactorRecommender plain =
                new FactorRecommender(AlternatingLeastSquares.fit(interactions, FactorModels.implicit(8), 5));
        return new DiverseRecommender(plain, variety, interactions);
    }

    @Test
    void recommend_adventure_takesRarerSongsOfThePool() {
        InteractionMatrix interactions = RandomInteractions.of(120, 400, 6000, 3);
        UserHistory history = interactions.history(4);
        List<ScoredSong> pool =
                straying(interactions, DiversityReranker.NONE).recommend(history, Selection.unheard(100));

        List<ScoredSong> strayed =
                straying(interactions, new DiversityReranker(0, 1)).recommend(history, Selection.unheard(10));

        assertThat(strayed).hasSize(10).isSubsetOf(pool);
        assertThat(listeners(interactions, strayed)).isLessThan(listeners(interactions, pool.subList(0, 10)));
    }

    private static long listeners(InteractionMatrix interactions, List<ScoredSong> songs) {
        return songs.stream()
                .mapToLong(song -> Arrays.stream(interactions.songIndexes())
                        .filter(index -> interactions.songIds()[index] == song.songId())
                        .count())
                .sum();
    }
}
