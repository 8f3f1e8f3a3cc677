package org.segue.songmodel;

import static org.segue.songmodel.SongModelException.require;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.RecordingKey;

/** Everything that is asked of an unpacked song model beyond its checksums. Reads it in pieces; keeps a few numbers a song. */
final class SongModelCheck {

    private static final int MAX_NEIGHBORS = 100;
    private static final int ROWS_AT_ONCE = 4096;
    private static final double MAX_NORM_RATIO = 3;
    private static final double NORM_QUANTILE = 0.999;
    private static final double MAX_GRAM_DIFFERENCE = 1e-6;

    private final SongModel model;
    private final int songs;
    private final int dimension;

    private SongModelCheck(SongModel model) {
        this.model = model;
        this.songs = model.manifest().size().songs();
        this.dimension = model.manifest().size().dimension();
    }

    /**
     * Checks a model.
     *
     * @throws SongModelException if anything is not sound
     */
    static void run(SongModel model) throws IOException {
        SongModelCheck check = new SongModelCheck(model);
        check.checkShapes();
        check.checkSongs();
        check.checkEmbeddings();
        check.checkNeighbors();
        if (model.manifest().entries().containsKey(SongModelEntries.ARTISTS)) {
            check.checkArtists(model.folder().resolve(SongModelEntries.ARTIST_EMBEDDINGS));
        }
    }

    private void checkSongs() throws IOException {
        long[] keys = new long[songs];
        long[] mbids = new long[songs];
        int count = 0;
        int withMbid = 0;
        @Nullable ModelSong last = null;
        try (SongLines lines = model.songs()) {
            for (Optional<ModelSong> next = lines.next(); next.isPresent(); next = lines.next()) {
                ModelSong song = next.get();
                require(count < songs, "songs.jsonl has more than the %d songs of manifest.json.", songs);
                requireOrder(last, song, lines.number());
                keys[count++] = hash(song.key());
                if (song.mbid() != null) {
                    mbids[withMbid++] = hash(UUID.fromString(song.mbid()));
                }
                last = song;
            }
        }
        require(count == songs, "songs.jsonl has %d songs, but manifest.json says %d.", count, songs);
        require(areDistinct(keys, songs) || !isOurKey(), "songs.jsonl has a key twice.");
        require(areDistinct(mbids, withMbid), "songs.jsonl has a MusicBrainz ID twice.");
    }

    private void requireOrder(@Nullable ModelSong last, ModelSong song, int line) throws SongModelException {
        int least = model.manifest().listeners().minListeners();
        require(
                song.listeners() >= SongModelManifest.twoDigits(least),
                "songs.jsonl, line %d: a song of %d listeners, but manifest.json says at least %d.",
                line,
                song.listeners(),
                least);
        require(
                last == null
                        || last.listeners() > song.listeners()
                        || !isOurKey()
                        || ModelSong.ORDER.compare(last, song) <= 0,
                "songs.jsonl, line %d is out of order: songs must come by falling listeners, then by key.",
                line);
        require(
                last == null || last.listeners() >= song.listeners(),
                "songs.jsonl, line %d is out of order: songs must come by falling listeners.",
                line);
    }

    // Keys of another version are made anew, and may then be alike and in another order.
    private boolean isOurKey() {
        return model.manifest().size().keyVersion() == RecordingKey.VERSION;
    }

    /** Sixty-four bits of it that no two of ten million have in common by chance. */
    private static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = mixed(hash ^ key.charAt(i));
        }
        return hash;
    }

    private static long hash(UUID id) {
        return mixed(id.getMostSignificantBits()) ^ id.getLeastSignificantBits();
    }

    // The finalizer of SplitMix64: Steele et al., "Fast Splittable Pseudorandom Number Generators" (OOPSLA 2014).
    private static long mixed(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    private static boolean areDistinct(long[] values, int count) {
        Arrays.sort(values, 0, count);
        for (int k = 1; k < count; k++) {
            if (values[k] == values[k - 1]) {
                return false;
            }
        }
        return true;
    }

    // First, so that what is kept for each song is kept for songs that are there.
    private void checkShapes() throws IOException {
        SafeTensors tensors = model.embeddingTensors();
        require(tensors.names().size() == 3, "embeddings.safetensors must hold embeddings, scales and gram.");
        requireTensor(tensors, SongModelEntries.ROWS, Tensor.Kind.I8, songs, dimension);
        requireTensor(tensors, SongModelEntries.SCALES, Tensor.Kind.F32, songs);
        requireTensor(tensors, SongModelEntries.GRAM, Tensor.Kind.F64, dimension, dimension);
    }

    private void checkEmbeddings() throws IOException {
        float[] scales = model.scales();
        for (int song = 0; song < songs; song++) {
            require(
                    scales[song] > 0 && scales[song] < Float.POSITIVE_INFINITY,
                    "The scale of song %d must be positive, but is %s.",
                    song + 1,
                    scales[song]);
        }
        GramSum gram = new GramSum(dimension);
        requireNorms(norms(scales, gram));
        requireGram(gram.cells(), model.gram());
    }

    private float[] norms(float[] scales, GramSum gram) throws IOException {
        float[] norms = new float[songs];
        float[] row = new float[dimension];
        for (int from = 0; from < songs; from += ROWS_AT_ONCE) {
            byte[] rows = new byte[Math.min(ROWS_AT_ONCE, songs - from) * dimension];
            model.rows(from, rows);
            for (int k = 0; k * dimension < rows.length; k++) {
                QuantizedRow.dequantize(rows, k, scales[from + k], row);
                gram.add(row);
                double square = 0;
                for (float value : row) {
                    square += (double) value * value;
                }
                norms[from + k] = (float) Math.sqrt(square);
            }
        }
        return norms;
    }

    private static void requireNorms(float[] norms) throws SongModelException {
        Arrays.sort(norms);
        float usual = norms[(int) Math.ceil(NORM_QUANTILE * norms.length) - 1];
        float most = norms[norms.length - 1];
        require(
                most <= MAX_NORM_RATIO * usual && most < Float.POSITIVE_INFINITY,
                "An embedding is %s long, more than three times the length of 99.9%% of them: it would be recommended to everybody.",
                most);
    }

    private static void requireGram(double[] made, double[] told) throws SongModelException {
        double greatest = 0;
        double difference = 0;
        for (int k = 0; k < made.length; k++) {
            require(Double.isFinite(told[k]), "The Gram matrix has a value that isn't a number.");
            greatest = Math.max(greatest, Math.abs(made[k]));
            difference = Math.max(difference, Math.abs(made[k] - told[k]));
        }
        require(
                difference <= MAX_GRAM_DIFFERENCE * greatest,
                "The Gram matrix isn't that of the embeddings: it differs by %s.",
                difference);
    }

    private void checkNeighbors() throws IOException {
        SafeTensors tensors = model.neighborTensors();
        require(tensors.names().size() == 2, "neighbors.safetensors must hold songs and similarity.");
        long[] shape = tensors.shape(SongModelEntries.NEIGHBOR_SONGS);
        require(
                shape.length == 2 && shape[1] <= MAX_NEIGHBORS,
                "neighbors.safetensors must hold at most %d neighbors a song.",
                MAX_NEIGHBORS);
        requireTensor(tensors, SongModelEntries.NEIGHBOR_SONGS, Tensor.Kind.I32, songs, shape[1]);
        requireTensor(tensors, SongModelEntries.SIMILARITIES, Tensor.Kind.F32, songs, shape[1]);
        int k = (int) shape[1];
        for (int from = 0; from < songs; from += ROWS_AT_ONCE) {
            int[] rows = new int[Math.min(ROWS_AT_ONCE, songs - from) * k];
            float[] similarities = new float[rows.length];
            model.neighbors(from, rows, similarities);
            for (int song = 0; song * k < rows.length; song++) {
                requireNeighbors(from + song, rows, similarities, song * k, song * k + k);
            }
        }
    }

    private void requireNeighbors(int song, int[] rows, float[] similarities, int from, int to)
            throws SongModelException {
        float before = Float.MAX_VALUE;
        for (int k = from; k < to; k++) {
            require(
                    rows[k] >= -1 && rows[k] < songs && rows[k] != song,
                    "A neighbor of song %d is out of range: %d.",
                    song + 1,
                    rows[k]);
            require(rows[k] < 0 || k == from || rows[k - 1] >= 0, "The neighbors of song %d have a gap.", song + 1);
            // Written so that what is not a number is refused too.
            require(
                    similarities[k] >= 0 && similarities[k] <= before,
                    "The similarities of song %d must fall and not be negative.",
                    song + 1);
            before = similarities[k];
            for (int other = from; other < k && rows[k] >= 0; other++) {
                require(rows[other] != rows[k], "Song %d has a neighbor twice.", song + 1);
            }
        }
    }

    private void checkArtists(Path file) throws IOException {
        try (SafeTensors tensors = SafeTensors.open(file)) {
            long artists = tensors.length(SongModelEntries.SCALES);
            require(artists <= songs, "artists.safetensors has more artists than there are songs.");
            requireTensor(tensors, SongModelEntries.ROWS, Tensor.Kind.I8, artists, dimension);
            requireTensor(tensors, SongModelEntries.SCALES, Tensor.Kind.F32, artists);
            for (float scale : tensors.floats(SongModelEntries.SCALES)) {
                require(scale > 0 && scale < Float.POSITIVE_INFINITY, "The scale of an artist must be positive.");
            }
        }
    }

    private static void requireTensor(SafeTensors tensors, String name, Tensor.Kind kind, long... shape)
            throws IOException {
        require(tensors.names().contains(name), "The tensor %s is missing.", name);
        require(
                tensors.kind(name) == kind && Arrays.equals(tensors.shape(name), shape),
                "The tensor %s must have the shape %s of %s, but has %s of %s.",
                name,
                Arrays.toString(shape),
                kind,
                Arrays.toString(tensors.shape(name)),
                tensors.kind(name));
    }
}
