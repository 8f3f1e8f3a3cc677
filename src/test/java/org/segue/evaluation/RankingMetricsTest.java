package org.segue.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingMetricsTest {

    // Discounts of ranks 1 to 5: 1, .63093, .5, .43068, .38685. Worked out by hand from these.
    @ParameterizedTest
    @CsvSource({
        "'1 2 3 4 5', '1',        5, 1,       1",
        "'1 2 3 4 5', '2',        5, 0.63093, 1",
        "'1 2 3 4 5', '5',        5, 0.38685, 1",
        "'1 2 3 4 5', '9',        5, 0,       0",
        "'1 2 3 4 5', '1 2',      5, 1,       1",
        "'1 2 3 4 5', '2 3',      5, 0.69343, 1",
        "'1 2 3 4 5', '1 9',      5, 0.61315, 0.5",
        "'1 2 3 4 5', '3 4 8 9',  5, 0.36332, 0.5",
        "'1 2 3 4 5', '3 4 5',    2, 0,       0",
        "'1 2 3 4 5', '2 3 4 5',  2, 0.38685, 0.5",
        "'1 2',       '1 2 3',    5, 0.76536, 0.66667",
        "'',          '1 2 3',    5, 0,       0",
    })
    void metrics_rankings_areThoseOfTheTable(String ranked, String relevant, int k, double ndcg, double recall) {
        assertThat(RankingMetrics.ndcg(keys(ranked), keys(relevant), k)).isCloseTo(ndcg, within(1e-5));
        assertThat(RankingMetrics.recall(keys(ranked), keys(relevant), k)).isCloseTo(recall, within(1e-5));
    }

    @Test
    void metrics_nothingRelevantOrNoRanks_areRefused() {
        assertThatThrownBy(() -> RankingMetrics.ndcg(keys("1"), keys(""), 5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RankingMetrics.recall(keys("1"), keys("1"), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("illegal k: 0");
    }

    private static int[] keys(String text) {
        return Arrays.stream(text.split(" "))
                .filter(part -> !part.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
