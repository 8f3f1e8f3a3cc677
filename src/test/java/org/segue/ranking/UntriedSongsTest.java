package org.segue.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.segue.catalog.SongAlbums;
import org.segue.catalog.SongStats;
import org.segue.interactions.UserHistory;
import org.segue.model.FactorModel;
import org.segue.testsupport.FactorModels;

class UntriedSongsTest {

    /** The model knows songs 1 to 4; 5 is of the album of 1 and 2, 6 of their artist, 7 of an artist whom nobody has played, 8 is 3 again. */
    private static final SongStats STATS =
            new SongStats(new int[] {0, 1, 1, 1, 2, 1, 1, 3, 1}, new int[] {0, 1, 3, 1, 9, 0, 0, 0, 0}, new int[] {
                0, 0, 0, 3, 0, 0, 0, 0, 3
            });

    private static final SongAlbums ALBUMS =
            new SongAlbums(new int[] {1, 2, 3, 4, 5, 6, 7, 8}, new int[] {1, 1, 2, 3, 1, 4, 5, 2}, 5);

    private static final FactorModel MODEL = model();

    private final UntriedSongs untried = UntriedSongs.of(MODEL, STATS, ALBUMS);

    private static FactorModel model() {
        float[] songs = {1, 0, 0, 1, 1, 1, 0, -1};
        return new FactorModel(
                FactorModels.implicit(2).loss(), new int[0], new long[0], new float[0], new int[] {1, 2, 3, 4}, songs);
    }

    @Test
    void embedding_isTheAlbums_byHand() {
        // n/(n+1): ½ of (1, 0) and ¾ of (0, 1), over ½ + ¾ + 1.
        assertThat(untried.embedding(5)).containsExactly(new float[] {0.5f / 2.25f, 0.75f / 2.25f}, within(1e-6f));
    }

    @Test
    void embedding_withoutAKnownAlbum_isTheArtists_byHand() {
        // The same and ½ of (1, 1), over ½ + ¾ + ½ + 1.
        assertThat(untried.embedding(6)).containsExactly(new float[] {1 / 2.75f, 1.25f / 2.75f}, within(1e-6f));
    }

    @Test
    void contains_neitherWhatTheModelKnows_norItsCopies_norWhatNothingIsKnownOf() {
        for (int songId : new int[] {0, 1, 4, 7, 8, 9}) {
            assertThat(untried.contains(songId)).as("song %d", songId).isFalse();
            assertThat(untried.embedding(songId)).isNull();
        }
        assertThat(untried.contains(5) && untried.contains(6)).isTrue();
    }

    @Test
    void mix_hasTheirPlace() {
        FactorRecommender factors = new FactorRecommender(MODEL);
        UserEmbedding embedding = factors.embed(history()).orElseThrow();
        ArtistCap.Source tried = (n, eligible) -> factors.top(embedding, n, eligible);

        Map<Untried, Integer> places = Map.of(Untried.NONE, 4, Untried.LAST, 6, Untried.MIXED, 6, Untried.ONLY, 2);
        places.forEach((place, count) -> {
            List<ScoredSong> all = new UntriedMix(untried, place)
                    .with(tried, FactorRecommender.scores(embedding), song -> true)
                    .top(10, song -> true);
            assertThat(all).hasSize(count);
            assertThat(new UntriedMix(untried, place)
                            .with(tried, FactorRecommender.scores(embedding), song -> true)
                            .top(2, song -> true))
                    .isEqualTo(all.subList(0, 2));
            if (place == Untried.MIXED) {
                assertThat(all).isSortedAccordingTo((a, b) -> Float.compare(b.score(), a.score()));
            }
            if (place == Untried.LAST) {
                assertThat(all.subList(4, 6)).extracting(ScoredSong::songId).containsExactlyInAnyOrder(5, 6);
            }
        });
    }

    @Test
    void explanation_ofAnUntriedSong_sumsToItsScore() {
        FactorRecommender factors = new FactorRecommender(MODEL);
        UserHistory history = history();
        UserEmbedding embedding = factors.embed(history).orElseThrow();
        List<ScoredSong> songs = untried.top(FactorRecommender.scores(embedding), 2, song -> true);

        List<Explanation> explanations = factors.explain(embedding, history, songs, 5, untried);

        for (int k = 0; k < songs.size(); k++) {
            double sum = explanations.get(k).strongest().stream()
                    .mapToDouble(Explanation.Contribution::value)
                    .sum();
            assertThat((double) songs.get(k).score()).isCloseTo(sum, within(1e-5));
            assertThat(explanations.get(k).total()).isCloseTo(songs.get(k).score(), within(1e-5f));
        }
    }

    @Test
    void group_scoresAnUntriedSong_asItsMembersDo() {
        FactorRecommender factors = new FactorRecommender(MODEL);
        GroupRecommender both = new GroupRecommender(
                factors,
                List.of(
                        new Member("anna", history()),
                        new Member("ben", new UserHistory(2, new int[] {2}, new float[] {1}))),
                song -> true);
        List<ScoredSong> songs = untried.top(both::score, 2, song -> true);

        List<Explanation> explanations = both.explain(songs, 5, untried);

        assertThat(songs).hasSize(2);
        for (int k = 0; k < 2; k++) {
            assertThat(explanations.get(k).total()).isCloseTo(songs.get(k).score(), within(1e-5f));
        }
    }

    private static UserHistory history() {
        return new UserHistory(1, new int[] {1, 3}, new float[] {2, 1});
    }
}
