package org.segue.ranking.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.segue.catalog.Song;
import org.segue.catalog.SongStats;
import org.segue.model.FactorModel;
import org.segue.ranking.RankingSnapshot;
import org.segue.ranking.SnapshotSamples;
import org.segue.testsupport.FactorModels;

class SongMapTest {

    @Test
    void of_songsAlike_lieTogetherInOneCluster() {
        // Two directions; 70 and 80 are the same recording, nobody has 90, 100 has no length.
        float[] factors = {1, 0, 2, 0.1f, 3, -0.1f, 0, 1, 0.1f, 2, -0.1f, 1, 1, 0, 1, 0, 1, 0, 0, 0};
        FactorModel model = FactorModels.ofSongs(FactorModels.implicit(2), factors);
        int[] artists = new int[101];
        int[] listeners = new int[101];
        int[] recordings = new int[101];
        for (int songId = 10; songId <= 100; songId += 10) {
            listeners[songId] = songId == 90 ? 0 : 200 - songId;
            artists[songId] = songId == 40 ? 0 : songId / 20;
        }
        recordings[70] = 70;
        recordings[80] = 70;
        SongStats songs = new SongStats(artists, listeners, recordings);

        SongMap map = map(model, songs);

        // Seven songs make one cluster.
        assertThat(map.items()).extracting(song -> song.song().id()).containsExactly(10, 20, 30, 40, 50, 60, 70);
        assertThat(map.clusters()).hasSize(1);
        MapCluster all = map.clusters().get(0);
        // Artist 1 has 180 + 170 listeners, 2 has 150, 3 has 140 + 130; artist 0 is nobody.
        assertThat(all.label()).isEqualTo("Artist 1, Artist 3");
        assertThat(all.x()).isCloseTo(0, within(1e-4));
        double between = Math.abs(map.items().get(0).x() - map.items().get(3).x());
        assertThat(between).isGreaterThan(1);
        assertThat(Math.abs(map.items().get(0).x() - map.items().get(6).x())).isLessThan(0.01);
    }

    @Test
    void of_manySongs_drawsTheTwoThousandWithMostListenersInTwelveClusters() {
        FactorModel model = FactorModels.random(FactorModels.implicit(8), 2500, 3);
        int[] listeners = new int[25_001];
        Arrays.setAll(listeners, songId -> 1 + songId % 977);
        SongStats songs = new SongStats(new int[listeners.length], listeners);

        SongMap map = map(model, songs);

        assertThat(map.items()).hasSize(2000);
        List<Integer> counts =
                map.items().stream().map(place -> listeners[place.song().id()]).toList();
        assertThat(counts).isSortedAccordingTo((a, b) -> Integer.compare(b, a));
        int fewest = counts.get(1999);
        assertThat(Arrays.stream(model.songIds())
                        .filter(songId -> listeners[songId] > fewest)
                        .count())
                .isLessThan(2000);
        assertThat(map.clusters())
                .hasSize(12)
                .allMatch(cluster -> cluster.label().startsWith("Song "));
        assertThat(map.items()).allMatch(place -> Math.abs(place.x()) <= 2 && Math.abs(place.y()) <= 2);
        assertThat(map(model, songs)).isEqualTo(map);
    }

    @Test
    void of_nothingHeard_isEmpty() {
        FactorModel model = FactorModels.ofSongs(FactorModels.implicit(1), new float[] {1});

        SongMap map = map(model, SongStats.EMPTY);

        assertThat(map.items()).isEmpty();
        assertThat(map.clusters()).isEmpty();
    }

    private static SongMap map(FactorModel model, SongStats stats) {
        RankingSnapshot snapshot = SnapshotSamples.of(model, stats);
        List<Song> songs = snapshot.mostPlayed(SongMaps.MAX_SONGS).stream()
                .map(id -> song(id, stats.artistOf(id)))
                .toList();
        float[][] directions =
                songs.stream().map(song -> snapshot.directionOf(song.id())).toArray(float[][]::new);
        return SongMap.of(snapshot.version(), songs, directions, stats::listeners);
    }

    private static Song song(int id, int artistId) {
        String artist = artistId == 0 ? "" : "Artist " + artistId;
        return new Song(id, "s" + id, "Song " + id, artistId, artist, artistId == 0 ? null : "a" + artistId, null);
    }
}
