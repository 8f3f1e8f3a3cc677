package org.segue.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.segue.catalog.SongStats;
import org.segue.interactions.UserHistory;
import org.segue.model.FactorModel;
import org.segue.testsupport.FactorModels;

class ArtistCapTest {

    private static final int SONGS = 900;

    // Songs by few artists, many of them recordings of the same: the worst there is to go down.
    @ParameterizedTest
    @CsvSource({"1, 1, 10", "2, 2, 20", "3, 0, 20", "4, 1, 500", "5, 3, 40", "6, 1, 3", "7, 500, 900", "8, 2, 1"})
    void take_equalsGoingDownTheWholeRanking(long seed, int maxPerArtist, int n) {
        FactorModel model = FactorModels.random(FactorModels.implicit(8), SONGS, seed);
        SongStats songs = songs(new Random(seed));
        FactorRecommender recommender = new FactorRecommender(model);
        UserHistory history = new UserHistory(1, new int[] {10, 700, 4000}, new float[] {1, 1, 1});
        Selection all = new Selection(SONGS, true, songId -> songId % 7 != 0);
        float[] embedding = recommender.embed(history).orElseThrow().values();

        List<ScoredSong> taken = ArtistCap.take(
                (count, open) ->
                        recommender.top(embedding, count, songId -> all.admits(songId, history) && open.test(songId)),
                n,
                maxPerArtist,
                songs);

        assertThat(taken).isEqualTo(down(recommender.recommend(history, all), n, maxPerArtist, songs));
        assertThat(taken).isNotEmpty();
    }

    @Test
    void take_ofSongsOfSeveral_countsEachOfThem() {
        SongStats songs =
                new SongStats(new int[] {0, 7, 20, 8, 20, 9}, new int[6]).crediting(Map.of(20, new int[] {7, 8}));
        List<ScoredSong> ranking = IntStream.rangeClosed(1, 5)
                .mapToObj(song -> new ScoredSong(song, 10 - song))
                .toList();

        List<ScoredSong> taken = ArtistCap.take(
                (count, open) -> ranking.stream()
                        .filter(song -> open.test(song.songId()))
                        .limit(count)
                        .toList(),
                5,
                1,
                songs);

        assertThat(taken).extracting(ScoredSong::songId).containsExactly(1, 3, 5);
    }

    private static SongStats songs(Random random) {
        int[] artists = new int[10 * SONGS + 1];
        int[] recordings = new int[artists.length];
        Arrays.setAll(artists, i -> (int) (40 * random.nextDouble() * random.nextDouble()));
        for (int i = 1000; i < recordings.length; i++) {
            recordings[i] = random.nextInt(3) == 0 ? 10 * (1 + random.nextInt(90)) : 0;
        }
        return new SongStats(artists, new int[artists.length], recordings);
    }

    private static List<ScoredSong> down(List<ScoredSong> ranking, int n, int maxPerArtist, SongStats songs) {
        List<ScoredSong> taken = new ArrayList<>();
        Map<Integer, Integer> artists = new HashMap<>();
        Set<Integer> recordings = new HashSet<>();
        for (ScoredSong song : ranking) {
            int artist = songs.artistOf(song.songId());
            boolean full = maxPerArtist > 0 && artist > 0 && artists.getOrDefault(artist, 0) >= maxPerArtist;
            if (taken.size() < n && !full && recordings.add(songs.recordingOf(song.songId()))) {
                taken.add(song);
                artists.merge(artist, 1, Integer::sum);
            }
        }
        return taken;
    }
}
