package org.segue.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.catalog.SongStats;
import org.segue.model.FactorModel;
import org.segue.ranking.linalg.Vectors;
import org.segue.testsupport.FactorModels;

class CosineSimilarityTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 17})
    void songs_equalSortingAllByCosine(int dimension) {
        FactorModel model = FactorModels.random(FactorModels.implicit(dimension), 300, dimension);
        NormalizedEmbeddings embeddings = new NormalizedEmbeddings(model);
        CosineSimilarity likeness = new CosineSimilarity(model, heard(model, 0));
        float[] direction = likeness.song(50);

        List<ScoredSong> all = likeness.songs(direction, 1000, songId -> songId != 50);

        assertThat(all).hasSize(299).isSortedAccordingTo(RecommenderContract::bestFirst);
        assertThat(likeness.songs(direction, 20, songId -> songId != 50)).isEqualTo(all.subList(0, 20));
        for (ScoredSong song : all) {
            assertThat((double) song.score())
                    .isCloseTo(Vectors.dot(direction, embeddings.of(song.songId())), within(1e-5));
        }
    }

    @Test
    void songs_nobodyHasOrOfLengthZero_neverCome() {
        FactorModel model = FactorModels.ofSongs(FactorModels.implicit(2), new float[] {1, 0, 1, 1, 0, 0, 0, 2});
        SongStats songs = heard(model, 20);
        CosineSimilarity likeness = new CosineSimilarity(model, songs);

        assertThat(likeness.songs(likeness.song(10), 9, songId -> true))
                .extracting(ScoredSong::songId)
                .containsExactly(10, 40);
        assertThat(likeness.knowsSong(30)).isFalse();
        assertThat(likeness.knowsSong(40)).isTrue();
        assertThat(likeness.knowsSong(41)).isFalse();
    }

    @Test
    void artists_areTheNormalizedMeansOfTheirSongs() {
        float[] factors = {2, 0, 0, 2, 1, 1, -1, -1, 5, 0};
        FactorModel model = FactorModels.ofSongs(FactorModels.implicit(2), factors);
        int[] artists = new int[51];
        artists[10] = 7;
        artists[20] = 7;
        artists[30] = 8;
        artists[40] = 9;
        int[] listeners = new int[51];
        Arrays.fill(listeners, 1);
        CosineSimilarity likeness = new CosineSimilarity(model, new SongStats(artists, listeners));

        List<ScoredSong> similar = likeness.artists(7, 10, artist -> true);
        assertThat(similar).extracting(ScoredSong::songId).containsExactly(8, 9);
        assertThat(similar.get(0).score()).isCloseTo(1, within(1e-6f));
        assertThat(similar.get(1).score()).isCloseTo(-1, within(1e-6f));
        assertThat(likeness.artists(7, 1, artist -> true)).hasSize(1);
        assertThat(likeness.knowsArtist(7)).isTrue();
        assertThat(likeness.knowsArtist(0)).isFalse();
    }

    @Test
    void artists_aSongOfSeveral_countsForEach_andItsNameIsNobody() {
        FactorModel model = FactorModels.ofSongs(FactorModels.implicit(2), new float[] {2, 0, 0, 2, 1, 0});
        int[] artists = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9};
        int[] listeners = new int[31];
        Arrays.fill(listeners, 1);
        SongStats songs = new SongStats(artists, listeners).crediting(Map.of(20, new int[] {7, 8}));
        CosineSimilarity likeness = new CosineSimilarity(model, songs);

        assertThat(likeness.knowsArtist(20)).isFalse();
        List<ScoredSong> similar = likeness.artists(7, 10, artist -> true);
        assertThat(similar).extracting(ScoredSong::songId).containsExactlyInAnyOrder(8, 9);
        assertThat(similar.get(0).score()).isCloseTo((float) Math.sqrt(0.5), within(1e-6f));
        assertThat(likeness.artists(8, 10, artist -> true))
                .extracting(ScoredSong::songId)
                .containsExactly(7, 9);
    }

    private static SongStats heard(FactorModel model, int butFor) {
        int[] listeners = new int[10 * model.songs() + 1];
        Arrays.fill(listeners, 1);
        listeners[butFor] = 0;
        return new SongStats(new int[listeners.length], listeners);
    }
}
