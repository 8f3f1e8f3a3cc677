package org.segue.ranking;

import org.jspecify.annotations.Nullable;

/**
 * A user's embedding and where it came from, and what the neighbors of the user's songs add to its scores.
 *
 * @param values {@code [dimension]}, shared, not to be written to
 * @param strategy {@link Strategy#TRAINED} if it is the stored one, {@link Strategy#FOLDED_IN} if it was solved now
 * @param solution the solve, null if the embedding is the stored one
 * @param timing the time that it is for
 * @param neighbors what neighbors add to the score of each song
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity, never by value
public record UserEmbedding(
        float[] values, Strategy strategy, @Nullable FoldInResult solution, Timing timing, NeighborScores neighbors) {}
