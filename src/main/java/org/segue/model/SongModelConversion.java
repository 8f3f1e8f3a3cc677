package org.segue.model;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.segue.interactions.ConfidenceWeighting;
import org.segue.songmodel.SongModel;
import org.segue.songmodel.SongModelException;
import org.segue.songmodel.SongModelManifest;

/** A song model as a model of this service: songs by the keys of its database, what listeners are folded in with, neighbors. For one thread. */
final class SongModelConversion {

    private static final int ROWS_AT_ONCE = 4096;

    private final SongModel source;
    private final int dimension;
    private final int songs;
    /** Row of each song of the source in the model, -1 for those left out. */
    private final int[] rowOf;

    private final int[] songIds;

    /**
     * Of some songs.
     *
     * @param source checked
     * @param keys database key of each song of the source, 0 for songs left out; of several with the same key the first counts
     */
    SongModelConversion(SongModel source, int[] keys) {
        this.source = source;
        this.dimension = source.manifest().size().dimension();
        this.songs = keys.length;
        this.songIds =
                Arrays.stream(keys).filter(key -> key != 0).distinct().sorted().toArray();
        this.rowOf = rows(keys, songIds);
    }

    private static int[] rows(int[] keys, int[] songIds) {
        boolean[] taken = new boolean[songIds.length];
        int[] rows = new int[keys.length];
        for (int song = 0; song < keys.length; song++) {
            int row = keys[song] == 0 ? -1 : Arrays.binarySearch(songIds, keys[song]);
            rows[song] = row < 0 || taken[row] ? -1 : row;
            if (row >= 0) {
                taken[row] = true;
            }
        }
        return rows;
    }

    /** The model. */
    FactorModel model() throws IOException {
        Hyperparameters hyperparameters = hyperparameters(source.manifest());
        return new FactorModel(
                hyperparameters.loss(),
                FactorModel.TrainedUsers.NONE,
                songIds,
                embeddings(),
                hyperparameters.recencyOrNone(),
                neighbors(),
                new FactorModel.WholeTable(songs, source.gram()));
    }

    private SongEmbeddings embeddings() throws IOException {
        byte[] values = new byte[Math.multiplyExact(songIds.length, dimension)];
        float[] scales = new float[songIds.length];
        float[] sourceScales = source.scales();
        for (int from = 0; from < songs; from += ROWS_AT_ONCE) {
            byte[] rows = new byte[Math.min(ROWS_AT_ONCE, songs - from) * dimension];
            source.rows(from, rows);
            for (int k = 0; k * dimension < rows.length; k++) {
                if (rowOf[from + k] >= 0) {
                    System.arraycopy(rows, k * dimension, values, rowOf[from + k] * dimension, dimension);
                    scales[rowOf[from + k]] = sourceScales[from + k];
                }
            }
        }
        return new QuantizedEmbeddings(values, scales);
    }

    // Counted first: rows come in another order than they are read in.
    private Neighbors neighbors() throws IOException {
        int most = source.neighborsPerSong();
        int[] start = new int[songIds.length + 1];
        eachSong(most, (row, rows, similarities, from) -> start[row + 1] = kept(rows, similarities, from, most));
        for (int row = 0; row < songIds.length; row++) {
            start[row + 1] += start[row];
        }
        int count = start[songIds.length];
        if (count == 0) {
            return Neighbors.NONE;
        }
        int[] neighbors = new int[count];
        float[] nearness = new float[count];
        eachSong(most, (row, rows, similarities, from) -> {
            int at = start[row];
            for (int k = from; k < from + most && at < start[row + 1]; k++) {
                if (counts(rows[k], similarities[k])) {
                    neighbors[at] = rowOf[rows[k]];
                    nearness[at++] = similarities[k];
                }
            }
        });
        return new Neighbors(start, neighbors, nearness, nearness);
    }

    private int kept(int[] rows, float[] similarities, int from, int most) {
        long kept = IntStream.range(from, from + most)
                .filter(k -> counts(rows[k], similarities[k]))
                .count();
        return (int) Math.min(Neighbors.MAX, kept);
    }

    private boolean counts(int neighbor, float similarity) {
        return neighbor >= 0 && rowOf[neighbor] >= 0 && similarity > 0;
    }

    @FunctionalInterface
    private interface SongTaker {
        void take(int row, int[] rows, float[] similarities, int from);
    }

    private void eachSong(int most, SongTaker taker) throws IOException {
        for (int from = 0; from < songs; from += ROWS_AT_ONCE) {
            int count = Math.min(ROWS_AT_ONCE, songs - from);
            int[] rows = new int[count * most];
            float[] similarities = new float[count * most];
            source.neighbors(from, rows, similarities);
            for (int k = 0; k < count; k++) {
                if (rowOf[from + k] >= 0) {
                    taker.take(rowOf[from + k], rows, similarities, k * most);
                }
            }
        }
    }

    /**
     * What it was trained with, as far as folding in needs it.
     *
     * @throws SongModelException if it was trained with what this service cannot fold in
     */
    static Hyperparameters hyperparameters(SongModelManifest manifest) throws SongModelException {
        SongModelManifest.Loss loss = manifest.loss();
        if (loss.nu() != 1) {
            throw new SongModelException(
                    "This song model has nu = %s. Segue serves models with nu = 1.".formatted(loss.nu()));
        }
        RegularizationScale scale = loss.lambdaScale().equals(SongModelManifest.Loss.COUNT)
                ? RegularizationScale.COUNT
                : RegularizationScale.WEIGHT;
        ConfidenceWeighting confidence =
                loss.confidence().equals("log") ? ConfidenceWeighting.LOG : ConfidenceWeighting.NONE;
        return new Hyperparameters(
                new Hyperparameters.Loss(Objective.IMPLICIT, loss.lambda(), loss.alpha0(), confidence, scale),
                manifest.size().dimension(),
                1,
                Hyperparameters.implicitDefaults().optimizer(),
                manifest.run().seed(),
                recency(manifest.time()));
    }

    private static Recency recency(SongModelManifest.Time time) {
        return new Recency(
                seconds(time.foldIn()),
                new Recency.Moment(seconds(time.inSession()), time.beta(), 0),
                new Recency.Moment(seconds(time.fresh()), time.betaFresh(), 0),
                time.undatedWeight(),
                false);
    }

    private static double seconds(@Nullable Double halfLife) {
        return halfLife == null ? 0 : halfLife;
    }
}
