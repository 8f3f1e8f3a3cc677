package org.segue.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.InteractionMatrixBuilder;
import org.segue.interactions.UserHistory;
import org.segue.testsupport.RandomInteractions;

/** What holds of every recommender; a test of one extends this. */
abstract class RecommenderContract {

    static final int SIZE = 50;

    final InteractionMatrix checkerboard = RandomInteractions.checkerboardWithoutDiagonal(SIZE);

    /** A recommender that has learned from the interactions. */
    abstract Recommender learnedFrom(InteractionMatrix interactions);

    /** Whether it has an answer for someone of whom nothing is known. */
    abstract boolean answersWithoutHistory();

    @Test
    void recommend_heardSongs_neverComeBack() {
        Recommender recommender = learnedFrom(checkerboard);
        for (int u = 0; u < SIZE; u++) {
            UserHistory history = checkerboard.history(u);
            assertThat(recommender.recommend(history, Selection.unheard(20)))
                    .hasSize(20)
                    .noneMatch(song -> history.contains(song.songId()));
        }
    }

    @Test
    void recommend_heardSongsWanted_comeBackToo() {
        UserHistory history = checkerboard.history(3);

        assertThat(learnedFrom(checkerboard).recommend(history, new Selection(SIZE, false, songId -> true)))
                .hasSize(SIZE)
                .anyMatch(song -> history.contains(song.songId()));
    }

    @Test
    void recommend_songsNotAllowed_neverComeBack() {
        Selection selection = new Selection(SIZE, true, songId -> songId % 5 != 0);

        assertThat(learnedFrom(checkerboard).recommend(checkerboard.history(3), selection))
                .hasSize(21)
                .noneMatch(song -> song.songId() % 5 == 0);
    }

    @Test
    void recommend_moreThanThereAre_isEveryUnheardSongOnce() {
        UserHistory history = checkerboard.history(3);

        assertThat(learnedFrom(checkerboard).recommend(history, Selection.unheard(Integer.MAX_VALUE)))
                .hasSize(SIZE - history.size())
                .extracting(ScoredSong::songId)
                .doesNotHaveDuplicates()
                .noneMatch(history::contains);
    }

    @Test
    void recommend_everythingHeard_isEmpty() {
        int[] songIds = checkerboard.songIds();
        UserHistory history = new UserHistory(1, songIds, new float[songIds.length]);

        assertThat(learnedFrom(checkerboard).recommend(history, Selection.unheard(10)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void recommend_few_areTheFirstOfMany(long seed) {
        InteractionMatrix interactions = RandomInteractions.of(60, 90, 900, seed);
        Recommender recommender = learnedFrom(interactions);
        for (int u = 0; u < interactions.users(); u++) {
            UserHistory history = interactions.history(u);
            List<ScoredSong> all = recommender.recommend(history, Selection.unheard(1000));
            assertThat(all).isSortedAccordingTo(RecommenderContract::bestFirst);
            assertThat(recommender.recommend(history, Selection.unheard(7))).isEqualTo(all.subList(0, 7));
        }
    }

    @Test
    void recommend_equalScores_comeByKey() {
        List<ScoredSong> songs = learnedFrom(checkerboard).recommend(checkerboard.history(3), Selection.unheard(SIZE));

        assertThat(songs).isSortedAccordingTo(RecommenderContract::bestFirst);
    }

    @Test
    void recommend_unknownUserWithKnownSongs_isAnsweredAsTheUserWhoHasThem() {
        UserHistory known = checkerboard.history(3);
        UserHistory unknown = new UserHistory(9999, known.songIds(), known.values());
        Recommender recommender = learnedFrom(checkerboard);

        assertThat(recommender.recommend(unknown, Selection.unheard(1)))
                .extracting(ScoredSong::songId)
                .isEqualTo(recommender.recommend(known, Selection.unheard(1)).stream()
                        .map(ScoredSong::songId)
                        .toList());
    }

    @Test
    void recommend_nothingKnownOfTheUser_isPopularOrNothing() {
        Recommender recommender = learnedFrom(checkerboard);
        UserHistory empty = new UserHistory(9999, new int[0], new float[0]);
        UserHistory elsewhere = new UserHistory(9999, new int[] {1234}, new float[] {1});

        assertThat(recommender.recommend(empty, Selection.unheard(5)).isEmpty()).isEqualTo(!answersWithoutHistory());
        assertThat(recommender.recommend(elsewhere, Selection.unheard(5)).isEmpty())
                .isEqualTo(!answersWithoutHistory());
    }

    @Test
    void recommend_nothingLearned_isEmpty() {
        Recommender recommender = learnedFrom(new InteractionMatrixBuilder().build());

        assertThat(recommender.recommend(checkerboard.history(3), Selection.unheard(5)))
                .isEmpty();
    }

    @Test
    void recommend_fromManyThreads_isAnsweredAsFromOne() {
        Recommender recommender = learnedFrom(checkerboard);
        List<List<ScoredSong>> one = IntStream.range(0, SIZE)
                .mapToObj(u -> recommender.recommend(checkerboard.history(u), Selection.unheard(10)))
                .toList();

        for (int round = 0; round < 20; round++) {
            assertThat(IntStream.range(0, SIZE)
                            .parallel()
                            .mapToObj(u -> recommender.recommend(checkerboard.history(u), Selection.unheard(10)))
                            .toList())
                    .isEqualTo(one);
        }
    }

    static int bestFirst(ScoredSong a, ScoredSong b) {
        int byScore = Float.compare(b.score(), a.score());
        return byScore != 0 ? byScore : Integer.compare(a.songId(), b.songId());
    }

    /** The first song for each user of the checkerboard, in their order. */
    List<Integer> firstSongs() {
        Recommender recommender = learnedFrom(checkerboard);
        return IntStream.range(0, SIZE)
                .mapToObj(u -> recommender
                        .recommend(checkerboard.history(u), Selection.unheard(1))
                        .get(0)
                        .songId())
                .toList();
    }

    /** The song withheld from each user of the checkerboard. */
    static List<Integer> withheldSongs() {
        return IntStream.rangeClosed(1, SIZE).boxed().toList();
    }
}
