package org.segue.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.segue.spark.UserPairs.Pair;

class UserPairsTest {

    @Test
    void counted_pairOfTwoRows_isOnceWithTwoRows() {
        UserPairs pairs = new UserPairs();
        pairs.add(new int[] {1, 4, 9});
        pairs.add(new int[] {4, 9});
        pairs.add(new int[] {3});

        assertThat(pairs.counted()).containsExactly(new Pair(1, 4, 1), new Pair(1, 9, 1), new Pair(4, 9, 2));
    }
}
