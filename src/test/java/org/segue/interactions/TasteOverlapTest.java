package org.segue.interactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.segue.interactions.Favorites.PlayedArtist;

/** How much two play the same, and when too little is known to say. */
class TasteOverlapTest {

    @Test
    void sameShares_areWhollyAlike_andNothingShared_isNothing() {
        List<PlayedArtist> one = List.of(played("a", 10), played("b", 40));
        List<PlayedArtist> tenTimes = List.of(played("b", 400), played("a", 100));
        assertThat(TasteOverlap.of(one, tenTimes).cosine()).isCloseTo(1, within(1e-12));
        assertThat(TasteOverlap.of(one, List.of(played("c", 7))).cosine()).isZero();
        assertThat(TasteOverlap.of(List.of(), List.of()).cosine()).isZero();
    }

    @Test
    void partlyShared_isTheCosineOfRoots_andThoseWhoAddMostComeFirst() {
        TasteOverlap overlap = TasteOverlap.of(
                List.of(played("a", 9), played("b", 16)), List.of(played("a", 4), played("b", 25), played("c", 71)));
        assertThat(overlap.cosine()).isCloseTo((3 * 2 + 4 * 5) / Math.sqrt(25 * 100), within(1e-12));
        assertThat(overlap.shared()).extracting(PlayedArtist::id).containsExactly("b", "a");
    }

    @Test
    void fewPlaysOrFewArtists_areNotEnough() {
        assertThat(TasteOverlap.isEnough(artists(5, 6))).isTrue();
        assertThat(TasteOverlap.isEnough(artists(4, 60))).isFalse();
        assertThat(TasteOverlap.isEnough(artists(29, 1))).isFalse();
    }

    private static List<PlayedArtist> artists(int count, long plays) {
        return IntStream.range(0, count).mapToObj(k -> played("a" + k, plays)).toList();
    }

    private static PlayedArtist played(String id, long plays) {
        return new PlayedArtist(id, id, plays);
    }
}
