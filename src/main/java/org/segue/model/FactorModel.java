package org.segue.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Embeddings of users and songs: the score of a pair is the dot product of the two.
 *
 * <p>Factors lie row after row in one array: user {@code u}'s embedding is {@code userFactors[u * dimension]} to
 * {@code userFactors[(u + 1) * dimension - 1]}. Keys ascend with the row numbers. Immutable by agreement: the arrays are
 * shared, nobody writes to them. Safe for any thread.
 *
 * @param loss what the embeddings minimize
 * @param userIds database keys of the users, ascending: {@code [users]}
 * @param userFingerprints what each user's history hashed to when the model was trained: {@code [users]}
 * @param userFactors users × dimension
 * @param songIds database keys of the songs, ascending: {@code [songs]}
 * @param songFactors songs × dimension
 * @param recency what time is to the model
 * @param neighbors which songs go with which
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity, never by value
public record FactorModel(
        Hyperparameters.Loss loss,
        int[] userIds,
        long[] userFingerprints,
        float[] userFactors,
        int[] songIds,
        float[] songFactors,
        Recency recency,
        Neighbors neighbors) {

    /**
     * Checks the shapes.
     *
     * @throws IllegalArgumentException if the arrays do not fit each other
     */
    public FactorModel {
        int d = songFactors.length / Math.max(1, songIds.length);
        requireLength("userFingerprints", userFingerprints.length, userIds.length);
        requireLength("userFactors", userFactors.length, (long) userIds.length * d);
        requireLength("songFactors", songFactors.length, (long) songIds.length * d);
        requireLength(
                "neighbors.start",
                neighbors.start().length,
                neighbors.isEmpty() ? neighbors.start().length : songIds.length + 1L);
    }

    /** A model without time and neighbors. */
    public FactorModel(
            Hyperparameters.Loss loss,
            int[] userIds,
            long[] userFingerprints,
            float[] userFactors,
            int[] songIds,
            float[] songFactors) {
        this(loss, userIds, userFingerprints, userFactors, songIds, songFactors, Recency.NONE, Neighbors.NONE);
    }

    /**
     * The same songs with another meaning of time and other neighbors. Where songs age otherwise the users' embeddings, which are of songs that
     * age as before, are left out.
     */
    public FactorModel with(Recency otherRecency, Neighbors otherNeighbors) {
        if (!otherRecency.agesLike(recency)) {
            return new FactorModel(
                    loss, new int[0], new long[0], new float[0], songIds, songFactors, otherRecency, otherNeighbors);
        }
        return new FactorModel(
                loss, userIds, userFingerprints, userFactors, songIds, songFactors, otherRecency, otherNeighbors);
    }

    /** Length of an embedding; 0 without songs. */
    public int dimension() {
        return songFactors.length / Math.max(1, songIds.length);
    }

    /** Number of users. */
    public int users() {
        return userIds.length;
    }

    /** Number of songs. */
    public int songs() {
        return songIds.length;
    }

    /** Row of a user's key, negative if the model has not seen the user. */
    public int userIndexOf(int userId) {
        return Arrays.binarySearch(userIds, userId);
    }

    /**
     * The embedding of a user, if the model was trained on exactly the history at hand.
     *
     * @param userId key of the user
     * @param fingerprint of the history
     * @return {@code [dimension]}, a copy
     */
    public Optional<float[]> trainedEmbedding(int userId, long fingerprint) {
        int userIndex = userIndexOf(userId);
        if (userIndex < 0 || userFingerprints[userIndex] != fingerprint) {
            return Optional.empty();
        }
        int from = userIndex * dimension();
        return Optional.of(Arrays.copyOfRange(userFactors, from, from + dimension()));
    }

    /** Row of a song's key, negative if the model has not seen the song. */
    public int songIndexOf(int songId) {
        return Arrays.binarySearch(songIds, songId);
    }

    /** Whether the model has an embedding of one of these users. */
    public boolean knowsAnyOf(Set<Integer> users) {
        return users.stream().anyMatch(userId -> userIndexOf(userId) >= 0);
    }

    /** The same without the embeddings of some users. O(users × dimension). */
    public FactorModel withoutUsers(Set<Integer> forgotten) {
        int d = dimension();
        int[] kept = IntStream.range(0, users())
                .filter(u -> !forgotten.contains(userIds[u]))
                .toArray();
        float[] factors = new float[kept.length * d];
        for (int k = 0; k < kept.length; k++) {
            System.arraycopy(userFactors, kept[k] * d, factors, k * d, d);
        }
        return new FactorModel(
                loss,
                Arrays.stream(kept).map(u -> userIds[u]).toArray(),
                Arrays.stream(kept).mapToLong(u -> userFingerprints[u]).toArray(),
                factors,
                songIds,
                songFactors,
                recency,
                neighbors);
    }

    private static void requireLength(String name, long length, long expected) {
        if (length != expected) {
            throw new IllegalArgumentException("illegal %s: length %d, must be %d".formatted(name, length, expected));
        }
    }
}
