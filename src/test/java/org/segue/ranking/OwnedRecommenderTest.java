package org.segue.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.UserHistory;
import org.segue.testsupport.AlternatingLeastSquares;
import org.segue.testsupport.FactorModels;
import org.segue.testsupport.RandomInteractions;

/** To whom it is nothing what is owned, the contract holds; every other choice is that of the whole ranking. */
class OwnedRecommenderTest extends RecommenderContract {

    @Override
    Recommender learnedFrom(InteractionMatrix interactions) {
        return choosing(interactions, Owned.ANY);
    }

    @Override
    boolean answersWithoutHistory() {
        return false;
    }

    private static OwnedRecommender choosing(InteractionMatrix interactions, Owned choice) {
        FactorRecommender plain =
                new FactorRecommender(AlternatingLeastSquares.fit(interactions, FactorModels.implicit(8), 5));
        return new OwnedRecommender(plain, OwnedRecommenderTest::isOwned, choice);
    }

    private static boolean isOwned(int songId) {
        return songId % 3 == 0;
    }

    @Test
    void recommend_everyChoice_isThatOfTheWholeRanking() {
        InteractionMatrix interactions = RandomInteractions.of(60, 300, 3000, 5);
        UserHistory history = interactions.history(4);
        List<ScoredSong> all = choosing(interactions, Owned.ANY).recommend(history, Selection.unheard(1000));

        assertThat(top(interactions, history, Owned.ONLY))
                .isEqualTo(all.stream()
                        .filter(song -> isOwned(song.songId()))
                        .limit(20)
                        .toList());
        assertThat(top(interactions, history, Owned.MISSING))
                .isEqualTo(all.stream()
                        .filter(song -> !isOwned(song.songId()))
                        .limit(20)
                        .toList());
        assertThat(top(interactions, history, Owned.PREFER))
                .isEqualTo(all.stream()
                        .sorted(Comparator.comparingDouble(OwnedRecommenderTest::counted)
                                .reversed()
                                .thenComparingInt(ScoredSong::songId))
                        .limit(20)
                        .toList())
                .isNotEqualTo(all.subList(0, 20));
    }

    private static double counted(ScoredSong song) {
        return song.score() + (isOwned(song.songId()) ? OwnedFirst.BONUS * Math.abs(song.score()) : 0);
    }

    private static List<ScoredSong> top(InteractionMatrix interactions, UserHistory history, Owned choice) {
        return choosing(interactions, choice).recommend(history, Selection.unheard(20));
    }
}
