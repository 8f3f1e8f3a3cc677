package org.segue.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SplitScoresTest {

    @Test
    void mean_ofSplitsWithOtherUsers_averagesEachUserFirst() {
        SplitScores scores = new SplitScores();
        scores.add(
                new int[] {1, 3},
                new UserScores(new double[] {0.5, 0.25}, new double[] {1, 0}, 0.5, new double[] {2, Double.NaN}));
        scores.add(
                new int[] {1, 2},
                new UserScores(new double[] {1, 0.125}, new double[] {0, 1}, 0.25, new double[] {4, 8}));

        UserScores mean = scores.mean();

        assertThat(mean.ndcgAt10()).containsExactly(0.75, 0.125, 0.25);
        assertThat(mean.recallAt10()).containsExactly(0.5, 1, 0);
        assertThat(mean.coverage()).isEqualTo(0.375);
        assertThat(mean.novelty()).containsExactly(3, 8, Double.NaN);
        assertThat(mean.report(1).novelty().mean()).isEqualTo(5.5);
    }

    @Test
    void mean_ofNothing_isEmpty() {
        assertThat(new SplitScores().mean().report(1).users()).isZero();
    }
}
