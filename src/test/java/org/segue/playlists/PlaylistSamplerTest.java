package org.segue.playlists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.segue.catalog.Song;
import org.segue.ranking.RecommendedSong;

class PlaylistSamplerTest {

    @Test
    void draw_sameSeed_isTheSame_andAnotherSeedIsAnother() {
        List<RecommendedSong> ranking = ranking(200, 2);

        List<String> first = ids(PlaylistSampler.from(ranking, Set.of(), 50, 1));
        assertThat(first).hasSize(50).doesNotHaveDuplicates();
        assertThat(ids(PlaylistSampler.from(ranking, Set.of(), 50, 1))).isEqualTo(first);
        assertThat(ids(PlaylistSampler.from(ranking, Set.of(), 50, 2))).isNotEqualTo(first);
    }

    @Test
    void draw_betterSongs_areDrawnMoreOften() {
        List<RecommendedSong> ranking = ranking(200, 2);
        Map<String, Integer> counts = new HashMap<>();
        for (int seed = 0; seed < 2000; seed++) {
            ids(PlaylistSampler.from(ranking, Set.of(), 50, seed)).forEach(id -> counts.merge(id, 1, Integer::sum));
        }

        int best =
                IntStream.range(0, 20).map(i -> counts.getOrDefault("s" + i, 0)).sum();
        int worst = IntStream.range(180, 200)
                .map(i -> counts.getOrDefault("s" + i, 0))
                .sum();
        assertThat(worst).as("each has its turn").isGreaterThan(20 * 100);
        assertThat(best).isGreaterThan(2 * worst);
    }

    @Test
    void draw_artists_haveTwoSongsEach_untilTooFewWouldBeLeft() {
        assertThat(perArtist(PlaylistSampler.from(ranking(200, 8), Set.of(), 50, 3))
                        .values())
                .allMatch(count -> count <= 2);
        List<RecommendedSong> ofThree = PlaylistSampler.from(ranking(90, 30), Set.of(), 50, 3);
        assertThat(ofThree).as("three artists").hasSize(25);
        assertThat(perArtist(ofThree).values()).allMatch(count -> count <= 16);
        assertThat(PlaylistSampler.from(ranking(300, 300), Set.of(), 50, 3))
                .as("one artist")
                .hasSize(25);
    }

    @Test
    void draw_songsWithoutArtist_areNotOneArtist() {
        List<RecommendedSong> unknown =
                IntStream.range(0, 60).mapToObj(i -> song(i, null)).toList();

        assertThat(PlaylistSampler.from(unknown, Set.of(), 50, 3)).hasSize(50);
    }

    @Test
    void draw_earlierSongs_comeOnlyWhereThereWouldBeTooFew() {
        List<RecommendedSong> ranking = ranking(60, 1);
        Set<String> earlier = new HashSet<>(ids(ranking.subList(0, 20)));

        assertThat(ids(PlaylistSampler.from(ranking, earlier, 50, 4)))
                .hasSize(40)
                .doesNotContainAnyElementsOf(earlier);
        earlier.addAll(ids(ranking.subList(20, 50)));
        List<String> filled = ids(PlaylistSampler.from(ranking, earlier, 50, 4));
        assertThat(filled).hasSize(25).containsAll(ids(ranking.subList(50, 60)));
        assertThat(ids(PlaylistSampler.from(ranking, new HashSet<>(ids(ranking)), 50, 4)))
                .hasSize(25);
    }

    @Test
    void draw_fewSongs_areAllThere() {
        assertThat(ids(PlaylistSampler.from(ranking(7, 1), Set.of(), 50, 5)))
                .containsExactlyInAnyOrderElementsOf(ids(ranking(7, 1)));
        assertThat(PlaylistSampler.from(List.of(), Set.of(), 50, 5)).isEmpty();
    }

    private static Map<String, Long> perArtist(List<RecommendedSong> songs) {
        return songs.stream()
                .collect(Collectors.groupingBy(
                        song -> String.valueOf(song.song().artistPublicId()), Collectors.counting()));
    }

    private static List<String> ids(List<RecommendedSong> songs) {
        return songs.stream().map(song -> song.song().publicId()).toList();
    }

    private static List<RecommendedSong> ranking(int songs, int perArtist) {
        return IntStream.range(0, songs)
                .mapToObj(i -> song(i, "artist-" + i / perArtist))
                .toList();
    }

    private static RecommendedSong song(int i, @Nullable String artist) {
        return new RecommendedSong(
                i + 1, new Song(i, "s" + i, "Song " + i, 0, "", artist, null), 1f / (i + 1), List.of(), 0);
    }
}
