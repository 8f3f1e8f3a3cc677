package org.segue.ranking;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.SongAlbums;
import org.segue.catalog.SongStats;
import org.segue.model.FactorModel;
import org.segue.model.SongEmbeddings;

/**
 * Songs of the catalog that a model has no embedding of: nobody has played them, or nobody had when it was trained. Each has that of its album, else of
 * its artist: with the n listeners of each song of it that the model knows,
 *
 * <pre>
 * q = Σ n/(n+1) q_i / (Σ n/(n+1) + 1)
 * </pre>
 *
 * so that few listeners say little. Songs of one album have one embedding and one score. Immutable, safe for any thread; eight bytes a song, and an
 * embedding for each album and artist that is needed.
 */
final class UntriedSongs {

    /** None. */
    static final UntriedSongs NOTHING = new UntriedSongs(0, new int[0], new int[0], new float[0]);

    private final int dimension;
    private final int[] songIds;
    private final int[] rows;
    private final float[] centroids;

    private UntriedSongs(int dimension, int[] songIds, int[] rows, float[] centroids) {
        this.dimension = dimension;
        this.songIds = songIds;
        this.rows = rows;
        this.centroids = centroids;
    }

    /** A score for each row of embeddings. */
    @FunctionalInterface
    interface Scores {
        /**
         * The score of one.
         *
         * @param embeddings row after row
         * @param from where it starts
         */
        float of(float[] embeddings, int from);
    }

    /** Finds them: O(songs · d). A song that is the same recording as one of the model is none of them. */
    static UntriedSongs of(FactorModel model, SongStats songs, SongAlbums catalog) {
        Groups groups = new Groups(model, songs, catalog);
        groups.need();
        groups.add();
        return groups.songs();
    }

    /** Whether there are none. */
    boolean isEmpty() {
        return songIds.length == 0;
    }

    /** Whether a song is one of them. */
    boolean contains(int songId) {
        return Arrays.binarySearch(songIds, songId) >= 0;
    }

    /** The embedding of one of them, null of any other song: {@code [dimension]}, a copy. */
    float @Nullable [] embedding(int songId) {
        int place = Arrays.binarySearch(songIds, songId);
        return place < 0 ? null : Arrays.copyOfRange(centroids, rows[place] * dimension, (rows[place] + 1) * dimension);
    }

    /** The best of them, best first, the smaller key first where scores are equal. */
    List<ScoredSong> top(Scores scores, int n, IntPredicate eligible) {
        float[] ofRow = new float[dimension == 0 ? 0 : centroids.length / dimension];
        for (int row = 0; row < ofRow.length; row++) {
            ofRow[row] = scores.of(centroids, row * dimension);
        }
        TopN top = new TopN(Math.min(n, songIds.length));
        for (int place = 0; place < songIds.length; place++) {
            float score = ofRow[rows[place]];
            if (top.admits(songIds[place], score) && eligible.test(songIds[place])) {
                top.offer(songIds[place], score);
            }
        }
        return top.drain();
    }

    /** About how many multiplications it takes to find the best. */
    long cost() {
        return centroids.length + (long) songIds.length;
    }

    /** Albums and artists: where the embedding of each is, and what it is made of. */
    private static final class Groups {

        private static final int NOT_NEEDED = -1;

        private final FactorModel model;
        private final SongEmbeddings.Reader embeddings;
        private final SongStats songs;
        private final SongAlbums catalog;
        private final Set<Integer> known = new HashSet<>();
        private final int[] ofAlbum;
        private final int[] ofArtist;
        private int size;
        private float[] sums = new float[0];
        private double[] weights = new double[0];

        Groups(FactorModel model, SongStats songs, SongAlbums catalog) {
            this.model = model;
            this.embeddings = model.embeddings().reader();
            this.songs = songs;
            this.catalog = catalog;
            int artists = Arrays.stream(catalog.songIds())
                    .mapMulti(songs::eachArtist)
                    .max()
                    .orElse(0);
            this.ofAlbum = new int[catalog.count() + 1];
            this.ofArtist = new int[artists + 1];
            Arrays.fill(ofAlbum, NOT_NEEDED);
            Arrays.fill(ofArtist, NOT_NEEDED);
            Arrays.stream(model.songIds())
                    .filter(songs::hasCopies)
                    .map(songs::recordingOf)
                    .forEach(known::add);
        }

        private boolean isUntried(int songId) {
            return model.songIndexOf(songId) < 0
                    && !(songs.hasCopies(songId) && known.contains(songs.recordingOf(songId)));
        }

        void need() {
            for (int k = 0; k < catalog.songIds().length; k++) {
                int songId = catalog.songIds()[k];
                if (isUntried(songId)) {
                    need(ofAlbum, catalog.albums()[k]);
                    songs.eachArtist(songId, artist -> need(ofArtist, artist));
                }
            }
            sums = new float[size * model.dimension()];
            weights = new double[size];
        }

        private void need(int[] groups, int group) {
            if (group != 0 && groups[group] == NOT_NEEDED) {
                groups[group] = size++;
            }
        }

        void add() {
            for (int k = 0; k < catalog.songIds().length; k++) {
                int songId = catalog.songIds()[k];
                int songIndex = model.songIndexOf(songId);
                if (songIndex >= 0) {
                    double listeners = songs.listeners(songId);
                    double weight = listeners / (listeners + 1);
                    add(ofAlbum[catalog.albums()[k]], songIndex, weight);
                    songs.eachArtist(songId, artist -> add(ofArtist[artist], songIndex, weight));
                }
            }
            int d = model.dimension();
            for (int i = 0; i < sums.length; i++) {
                sums[i] = (float) (sums[i] / (weights[i / d] + 1));
            }
        }

        private void add(int row, int songIndex, double weight) {
            if (row != NOT_NEEDED) {
                int d = model.dimension();
                weights[row] += weight;
                embeddings.moveTo(songIndex);
                for (int k = 0; k < d; k++) {
                    sums[row * d + k] += (float) (weight * embeddings.values()[embeddings.from() + k]);
                }
            }
        }

        UntriedSongs songs() {
            int[] found = new int[catalog.songIds().length];
            int[] rows = new int[found.length];
            int count = 0;
            for (int k = 0; k < found.length; k++) {
                int songId = catalog.songIds()[k];
                int row = isUntried(songId) ? row(catalog.albums()[k], songId) : NOT_NEEDED;
                if (row != NOT_NEEDED) {
                    found[count] = songId;
                    rows[count++] = row;
                }
            }
            return new UntriedSongs(model.dimension(), Arrays.copyOf(found, count), Arrays.copyOf(rows, count), sums);
        }

        // Of an album of which the model knows no song nothing is known but the artist.
        private int row(int album, int songId) {
            if (isKnown(ofAlbum[album])) {
                return ofAlbum[album];
            }
            int[] found = {NOT_NEEDED};
            songs.anyArtist(songId, artist -> {
                found[0] = isKnown(ofArtist[artist]) ? ofArtist[artist] : NOT_NEEDED;
                return found[0] != NOT_NEEDED;
            });
            return found[0];
        }

        private boolean isKnown(int row) {
            return row != NOT_NEEDED && weights[row] > 0;
        }
    }
}
