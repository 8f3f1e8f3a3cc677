package org.segue.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopNTest {

    private static final Comparator<ScoredSong> BEST_FIRST =
            Comparator.comparing(ScoredSong::score).reversed().thenComparing(ScoredSong::songId);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void drain_anyOrderOfOffers_equalsAFullSort(long seed) {
        Random random = new Random(seed);
        for (int n = 0; n < 40; n++) {
            // Few distinct scores, so that most of the decisions are ties.
            List<ScoredSong> offered = songs(random, random.nextInt(60), 1 + random.nextInt(12));
            TopN top = new TopN(n);
            offered.forEach(song -> top.offer(song.songId(), song.score()));

            assertThat(top.drain())
                    .isEqualTo(offered.stream().sorted(BEST_FIRST).limit(n).toList());
        }
    }

    @Test
    void offer_notANumber_neverEnters() {
        TopN top = new TopN(3);
        top.offer(1, Float.NaN);
        top.offer(2, 1f);
        top.offer(3, Float.NEGATIVE_INFINITY);
        top.offer(4, Float.POSITIVE_INFINITY);
        assertThat(top.admits(5, Float.NaN)).isFalse();
        top.offer(5, Float.NaN);

        assertThat(top.drain())
                .containsExactly(
                        new ScoredSong(4, Float.POSITIVE_INFINITY),
                        new ScoredSong(2, 1f),
                        new ScoredSong(3, Float.NEGATIVE_INFINITY));
    }

    @Test
    void offer_zerosOfBothSigns_tieByKey() {
        TopN top = new TopN(2);
        top.offer(3, 0f);
        top.offer(2, -0f);
        top.offer(1, -0f);

        assertThat(top.drain()).extracting(ScoredSong::songId).containsExactly(1, 2);
    }

    @Test
    void threshold_fromTheLastFreePlaceOn_isTheWorstScoreKept() {
        TopN top = new TopN(2);
        top.offer(1, 5f);
        assertThat(top.threshold()).isEqualTo(Float.NEGATIVE_INFINITY);
        top.offer(2, 3f);
        assertThat(top.threshold()).isEqualTo(3f);
        top.offer(3, 4f);
        assertThat(top.threshold()).isEqualTo(4f);
        assertThat(new TopN(0).threshold()).isEqualTo(Float.POSITIVE_INFINITY);
    }

    @Test
    void newTopN_negative_isRefused() {
        assertThatThrownBy(() -> new TopN(-1)).hasMessageContaining("illegal n: -1");
    }

    private static List<ScoredSong> songs(Random random, int count, int distinctScores) {
        List<ScoredSong> songs = new ArrayList<>();
        random.ints(0, 1000)
                .distinct()
                .limit(count)
                .forEach(songId -> songs.add(new ScoredSong(songId, random.nextInt(distinctScores) - 3)));
        return songs;
    }
}
