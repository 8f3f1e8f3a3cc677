package org.segue.testsupport;

import java.util.Random;
import org.segue.interactions.CsrMatrix;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.InteractionMatrixBuilder;

/** Interactions to sweep invariants over. */
public final class RandomInteractions {

    private RandomInteractions() {}

    /**
     * Cells drawn from a seed, a few songs much more often than others; keys have gaps, values are whole numbers of plays.
     *
     * @param users most users
     * @param songs most songs
     * @param cells cells drawn; those that fall together are summed
     */
    public static InteractionMatrix of(int users, int songs, int cells, long seed) {
        Random random = new Random(seed);
        InteractionMatrixBuilder builder = new InteractionMatrixBuilder();
        for (int c = 0; c < cells; c++) {
            int user = random.nextInt(users);
            int song = (int) (songs * random.nextDouble() * random.nextDouble());
            builder.add(1 + 3 * user, 5 + 2 * song, 1 + random.nextInt(9));
        }
        return builder.build();
    }

    /** Every user has heard the songs of the same parity, but for the one with the user's own number; keys start at 1. */
    public static InteractionMatrix checkerboardWithoutDiagonal(int size) {
        InteractionMatrixBuilder builder = new InteractionMatrixBuilder();
        for (int u = 1; u <= size; u++) {
            for (int i = 1; i <= size; i++) {
                if ((u + i) % 2 == 0 && u != i) {
                    builder.add(u, i, 1);
                }
            }
        }
        return builder.build();
    }

    /** The same interactions with users in the place of songs, and songs in the place of users. */
    public static InteractionMatrix exchanged(InteractionMatrix interactions) {
        CsrMatrix cells = interactions.cells().transpose();
        return new InteractionMatrix(
                /* userIds= */ interactions.songIds(),
                /* songIds= */ interactions.userIds(),
                cells.rowStart(),
                cells.columnIndexes(),
                cells.values());
    }
}
