package org.segue.spark;

/**
 * All that lives from round to round; what a checkpoint holds. Users have no part in it. The tables are changed in place.
 *
 * @param table embeddings of songs
 * @param last the step that each song took last
 * @param pace how far steps go
 * @param round rounds done
 */
record RoundState(EmbeddingTable table, EmbeddingTable last, Pace pace, int round) {

    private static final double FIRST_LENGTH = 0.1;

    /** Before the first round: random embeddings, no step. */
    static RoundState first(int songs, Objective objective, double kappa, long seed) {
        return new RoundState(
                EmbeddingTable.random(songs, objective.dimension(), seed, FIRST_LENGTH),
                new EmbeddingTable(songs, objective.dimension()),
                Pace.first(kappa),
                0);
    }

    /** Moves a chunk: {@code step ← β step − M⁻¹ g, q ← q + step} (Polyak's heavy ball, 1964). */
    void move(int chunk, float[] steps, double momentum) {
        float[] values = table.chunk(chunk);
        float[] moved = last.chunk(chunk);
        for (int k = 0; k < steps.length; k++) {
            moved[k] = (float) (momentum * moved[k] - steps[k]);
            values[k] += moved[k];
        }
    }

    /** After one round more. */
    RoundState next(Pace newPace) {
        return new RoundState(table, last, newPace, round + 1);
    }
}
