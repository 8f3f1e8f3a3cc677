package org.segue.ranking;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.segue.catalog.SongStats;
import org.segue.model.FactorModel;
import org.segue.model.SongEmbeddings;
import org.segue.ranking.linalg.Vectors;

/**
 * How alike songs and artists are: the cosine of their embeddings. An artist's embedding is the mean of those of the
 * artist's songs that somebody has.
 *
 * <p>Immutable, safe for any thread. Beside the model it holds a number a song and an embedding an artist; a query reads all
 * songs, or all artists, once, and allocates nothing that grows with them.
 */
final class CosineSimilarity {

    private final FactorModel model;
    private final SongStats songs;
    private final float[] inverseLengths;
    private final int[] artistIds;
    private final float[] artists;
    private final int[] artistListeners;

    /** Adds the songs of each artist up: O(songs · d). */
    CosineSimilarity(FactorModel model, SongStats songs) {
        this.model = model;
        this.songs = songs;
        this.inverseLengths = inverseLengths(model);
        this.artistIds = Arrays.stream(model.songIds())
                .filter(songs::isOffered)
                .mapMulti(songs::eachArtist)
                .sorted()
                .distinct()
                .toArray();
        this.artistListeners = new int[artistIds.length];
        this.artists = artists();
    }

    /** Whether a song can be compared: the model knows it, and its embedding has a length. */
    boolean knowsSong(int songId) {
        int songIndex = model.songIndexOf(songId);
        return songIndex >= 0 && inverseLengths[songIndex] > 0;
    }

    /** Whether an artist can be compared: the model knows a song of the artist. */
    boolean knowsArtist(int artistId) {
        return Arrays.binarySearch(artistIds, artistId) >= 0;
    }

    /** Number of users who have the song of an artist that most have; 0 for an artist that is not known. */
    int artistListeners(int artistId) {
        int place = Arrays.binarySearch(artistIds, artistId);
        return place < 0 ? 0 : artistListeners[place];
    }

    /** A song's embedding brought to length 1: {@code [dimension]}. */
    float[] song(int songId) {
        return new NormalizedEmbeddings(model).of(songId);
    }

    /**
     * The songs that point most nearly where a vector points, each recording once.
     *
     * @param direction of length 1: {@code [dimension]}
     * @param n the most songs to answer with
     * @param eligible which songs, by database key, may be in the answer
     * @return most alike first; scores are cosines
     */
    List<ScoredSong> songs(float[] direction, int n, IntPredicate eligible) {
        return ArtistCap.take(
                (count, open) -> top(
                        direction,
                        count,
                        songId -> songs.isOffered(songId) && eligible.test(songId) && open.test(songId)),
                n,
                0,
                songs);
    }

    /**
     * The artists most like another.
     *
     * @param artistId database key of an artist whom {@link #knowsArtist} knows
     * @param n the most artists to answer with
     * @param eligible which artists, by key, may be among them
     * @return most alike first; keys of artists, scores are cosines
     */
    List<ScoredSong> artists(int artistId, int n, IntPredicate eligible) {
        int d = model.dimension();
        int row = Arrays.binarySearch(artistIds, artistId) * d;
        float[] direction = Arrays.copyOfRange(artists, row, row + d);
        TopN top = new TopN(Math.min(n, artistIds.length));
        for (int a = 0; a < artistIds.length; a++) {
            if (artistIds[a] != artistId && eligible.test(artistIds[a])) {
                top.offer(artistIds[a], Vectors.fastDot(direction, artists, a * d));
            }
        }
        return top.drain();
    }

    private List<ScoredSong> top(float[] direction, int n, IntPredicate eligible) {
        TopN top = new TopN(Math.min(n, model.songs()));
        SongEmbeddings.Reader reader = model.embeddings().reader();
        for (int i = 0; i < model.songs(); i++) {
            int songId = model.songIds()[i];
            reader.moveTo(i);
            float cosine = Vectors.fastDot(direction, reader.values(), reader.from()) * inverseLengths[i];
            if (inverseLengths[i] > 0 && top.admits(songId, cosine) && eligible.test(songId)) {
                top.offer(songId, cosine);
            }
        }
        return top.drain();
    }

    private float[] artists() {
        int d = model.dimension();
        float[] sums = new float[artistIds.length * d];
        float[] embedding = new float[d];
        for (int i = 0; i < model.songs(); i++) {
            int songId = model.songIds()[i];
            if (songs.isOffered(songId)) {
                model.embeddings().copyRow(i, embedding, 0);
                songs.eachArtist(
                        songId, artist -> add(songId, embedding, Arrays.binarySearch(artistIds, artist), sums));
            }
        }
        for (int a = 0; a < artistIds.length; a++) {
            float[] mean = Arrays.copyOfRange(sums, a * d, (a + 1) * d);
            Vectors.normalize(mean);
            System.arraycopy(mean, 0, sums, a * d, d);
        }
        return sums;
    }

    private void add(int songId, float[] embedding, int artist, float[] sums) {
        int d = model.dimension();
        artistListeners[artist] = Math.max(artistListeners[artist], songs.listeners(songId));
        for (int k = 0; k < d; k++) {
            sums[artist * d + k] += embedding[k];
        }
    }

    // 0 for a song whose embedding has no direction.
    private static float[] inverseLengths(FactorModel model) {
        float[] inverse = new float[model.songs()];
        SongEmbeddings.Reader reader = model.embeddings().reader();
        for (int i = 0; i < inverse.length; i++) {
            reader.moveTo(i);
            double length = Vectors.norm(reader.values(), reader.from(), model.dimension());
            inverse[i] = length > 0 ? (float) (1 / length) : 0;
        }
        return inverse;
    }
}
