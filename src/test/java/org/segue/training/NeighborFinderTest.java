package org.segue.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.InteractionMatrixBuilder;
import org.segue.model.Neighbors;
import org.segue.model.Recency;
import org.segue.model.Recency.Moment;

class NeighborFinderTest {

    private static final long START = 1_700_000_000L;

    /** User 1 plays 1, 2, 3, 2 in one session; user 2 has 3 and 4 without times, and plays 1, then 3. */
    private static InteractionMatrix three() {
        return new InteractionMatrixBuilder()
                .addListen(1, 1, START)
                .addListen(1, 2, START + 200)
                .addListen(1, 3, START + 400)
                .addListen(1, 2, START + 600)
                .add(2, 3, 1)
                .add(2, 4, 1)
                .addListen(2, 1, START + 100_000)
                .addListen(2, 3, START + 100_200)
                .build();
    }

    private static Recency follows(double inSession, double fresh) {
        return new Recency(3600, new Moment(600, 1, inSession), new Moment(600, 1, fresh), 0.1, true);
    }

    @Test
    void of_threeSessionsByHand_addsCosineAndWhatFollows() {
        Neighbors found = new NeighborFinder(three(), 1, 2).of(follows(2, 0));

        // Rows: {1, 2, 3} twice (user 1 and the session), {1, 3, 4} and {1, 3}: songs 1 to 4 are in 4, 2, 4 and 1 of
        // them.
        assertThat(fresh(found, 0, 2)).isCloseTo(1f, within(1e-6f));
        assertThat(fresh(found, 0, 1)).isCloseTo((float) (2 / Math.sqrt(8)), within(1e-6f));
        assertThat(fresh(found, 3, 0)).isCloseTo(0.5f, within(1e-6f));
        // After 1 come 2, one and three songs later, and 3, two later and, in the other session, one. 1 and 3 are in
        // two sessions, 2 in one.
        assertThat(inSession(found, 0, 1))
                .isCloseTo((float) (2 / Math.sqrt(8) + 2 * (1 + 1 / 3.0) / Math.sqrt(2)), within(1e-6f));
        assertThat(inSession(found, 0, 2)).isCloseTo((float) (1 + 2 * 1.5 / 2), within(1e-6f));
        // Nothing follows song 4, and 1 follows nothing.
        assertThat(inSession(found, 3, 0)).isEqualTo(fresh(found, 3, 0));
        assertThat(inSession(found, 2, 0)).isEqualTo(fresh(found, 2, 0));
        assertThat(inSession(found, 2, 1)).isGreaterThan(inSession(found, 2, 0));
    }

    @Test
    void of_manySongs_keepsTheNearestOfEach() {
        InteractionMatrixBuilder builder = new InteractionMatrixBuilder();
        for (int user = 1; user <= 60; user++) {
            for (int song = user; song <= 60; song++) {
                builder.add(user, song, 1);
            }
        }
        Neighbors one = new NeighborFinder(builder.build(), 1, 1).of(follows(1, 1));
        Neighbors many = new NeighborFinder(builder.build(), 1, 3).of(follows(1, 1));

        assertThat(one.start()[60]).isEqualTo(60 * Neighbors.MAX);
        assertThat(many.rows()).isEqualTo(one.rows());
        assertThat(many.inSession()).isEqualTo(one.inSession());
        // Song k is in k of the rows: the nearest of the last are those before it.
        assertThat(Arrays.copyOfRange(one.rows(), 59 * Neighbors.MAX, 59 * Neighbors.MAX + 3))
                .containsExactly(58, 57, 56);
    }

    @Test
    void of_rowsThatAreTooLong_takesAPartOfThem() {
        InteractionMatrixBuilder builder = new InteractionMatrixBuilder();
        for (int song = 1; song <= 2 * NeighborFinder.MAX_ROW; song++) {
            builder.add(1, song, 1).add(2, song, 1);
        }
        Neighbors found = new NeighborFinder(builder.build(), 1, 2).of(follows(0, 0));

        assertThat(found.rows().length).isBetween(1, 2 * NeighborFinder.MAX_ROW * Neighbors.MAX);
        assertThat(new NeighborFinder(builder.build(), 1, 2).of(follows(0, 0)).rows())
                .isEqualTo(found.rows());
    }

    @Test
    void of_noWeight_findsNone() {
        assertThat(new NeighborFinder(three(), 1, 1).of(Recency.NONE)).isSameAs(Neighbors.NONE);
    }

    private static float inSession(Neighbors neighbors, int song, int neighbor) {
        return neighbors.inSession()[place(neighbors, song, neighbor)];
    }

    private static float fresh(Neighbors neighbors, int song, int neighbor) {
        return neighbors.fresh()[place(neighbors, song, neighbor)];
    }

    private static int place(Neighbors neighbors, int song, int neighbor) {
        for (int k = neighbors.start()[song]; k < neighbors.start()[song + 1]; k++) {
            if (neighbors.rows()[k] == neighbor) {
                return k;
            }
        }
        throw new AssertionError("song %d has no neighbor %d".formatted(song, neighbor));
    }
}
