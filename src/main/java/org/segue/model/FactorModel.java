package org.segue.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Embeddings of users and songs: the score of a pair is the dot product of the two.
 *
 * <p>Users' factors lie row after row in one array: user {@code u}'s embedding is {@code userFactors[u * dimension]} to
 * {@code userFactors[(u + 1) * dimension - 1]}. Keys ascend with the row numbers. Immutable by agreement: the arrays are
 * shared, nobody writes to them. Safe for any thread.
 *
 * @param loss what the embeddings minimize
 * @param trained the users that it was trained on; none in a song model
 * @param songIds database keys of the songs, ascending: {@code [songs]}
 * @param embeddings of the songs, songs × dimension
 * @param recency what time is to the model
 * @param neighbors which songs go with which
 * @param whole all songs that it was trained on, if some of them are not here
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity, never by value
public record FactorModel(
        Hyperparameters.Loss loss,
        TrainedUsers trained,
        int[] songIds,
        SongEmbeddings embeddings,
        Recency recency,
        Neighbors neighbors,
        @Nullable WholeTable whole) {

    /**
     * The users that a model was trained on.
     *
     * @param ids database keys of the users, ascending: {@code [users]}
     * @param fingerprints what each user's history hashed to when the model was trained: {@code [users]}
     * @param factors users × dimension
     */
    public record TrainedUsers(int[] ids, long[] fingerprints, float[] factors) {

        /** Nobody. */
        public static final TrainedUsers NONE = new TrainedUsers(new int[0], new long[0], new float[0]);
    }

    /**
     * What folding a listener in needs to know of all songs that a model was trained on, where it has embeddings of some.
     *
     * @param songs number of all songs
     * @param gram Σ q qᵀ over them, row after row: dimension × dimension
     */
    public record WholeTable(int songs, double[] gram) {}

    /**
     * Checks the shapes.
     *
     * @throws IllegalArgumentException if the arrays do not fit each other
     */
    public FactorModel {
        int d = embeddings.dimension();
        requireLength("userFingerprints", trained.fingerprints().length, trained.ids().length);
        requireLength("userFactors", trained.factors().length, (long) trained.ids().length * d);
        requireLength("gram", whole == null ? d * d : whole.gram().length, (long) d * d);
        requireLength("embeddings", embeddings.songs(), songIds.length);
        requireLength(
                "neighbors.start",
                neighbors.start().length,
                neighbors.isEmpty() ? neighbors.start().length : songIds.length + 1L);
    }

    /** A model of all the songs that it was trained on. */
    public FactorModel(
            Hyperparameters.Loss loss,
            int[] userIds,
            long[] userFingerprints,
            float[] userFactors,
            int[] songIds,
            float[] songFactors,
            Recency recency,
            Neighbors neighbors) {
        this(
                loss,
                new TrainedUsers(userIds, userFingerprints, userFactors),
                songIds,
                SongEmbeddings.of(songFactors, songIds.length),
                recency,
                neighbors,
                null);
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
        TrainedUsers users = otherRecency.agesLike(recency) ? trained : TrainedUsers.NONE;
        return new FactorModel(loss, users, songIds, embeddings, otherRecency, otherNeighbors, whole);
    }

    /** Database keys of the users, ascending: {@code [users]}. */
    public int[] userIds() {
        return trained.ids();
    }

    /** What each user's history hashed to when the model was trained: {@code [users]}. */
    public long[] userFingerprints() {
        return trained.fingerprints();
    }

    /** Embeddings of the users, users × dimension. */
    public float[] userFactors() {
        return trained.factors();
    }

    /** Number of songs that it was trained on, those that are not here among them. */
    public int allSongs() {
        return whole == null ? songs() : whole.songs();
    }

    /** Length of an embedding; 0 without songs. */
    public int dimension() {
        return embeddings.dimension();
    }

    /** Embeddings of the songs as floats, songs × dimension. Made of bytes where they are kept so. */
    public float[] songFactors() {
        return embeddings.toFloats();
    }

    /** Number of users. */
    public int users() {
        return trained.ids().length;
    }

    /** Number of songs. */
    public int songs() {
        return songIds.length;
    }

    /** Row of a user's key, negative if the model has not seen the user. */
    public int userIndexOf(int userId) {
        return Arrays.binarySearch(trained.ids(), userId);
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
        if (userIndex < 0 || trained.fingerprints()[userIndex] != fingerprint) {
            return Optional.empty();
        }
        int from = userIndex * dimension();
        return Optional.of(Arrays.copyOfRange(trained.factors(), from, from + dimension()));
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
                .filter(u -> !forgotten.contains(trained.ids()[u]))
                .toArray();
        float[] factors = new float[kept.length * d];
        for (int k = 0; k < kept.length; k++) {
            System.arraycopy(trained.factors(), kept[k] * d, factors, k * d, d);
        }
        TrainedUsers left = new TrainedUsers(
                Arrays.stream(kept).map(u -> trained.ids()[u]).toArray(),
                Arrays.stream(kept).mapToLong(u -> trained.fingerprints()[u]).toArray(),
                factors);
        return new FactorModel(loss, left, songIds, embeddings, recency, neighbors, whole);
    }

    private static void requireLength(String name, long length, long expected) {
        if (length != expected) {
            throw new IllegalArgumentException("illegal %s: length %d, must be %d".formatted(name, length, expected));
        }
    }
}
