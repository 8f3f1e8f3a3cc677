package org.segue.model;

import java.util.List;
import org.segue.songmodel.Tensor;

/**
 * Embeddings of songs, songs × dimension: floats as trained, or bytes with one scale a song, a quarter of the memory. A value in bytes is
 * {@code q · scale} as a float, so whatever is computed of it is the same to the last bit as of those floats.
 *
 * <p>Immutable by agreement: arrays are shared, nobody writes to them. Safe for any thread; a {@link Reader} is for one.
 */
public abstract sealed class SongEmbeddings permits FloatEmbeddings, QuantizedEmbeddings {

    private final int songs;
    private final int dimension;

    SongEmbeddings(int songs, int dimension) {
        this.songs = songs;
        this.dimension = dimension;
    }

    /**
     * Floats.
     *
     * @param values songs × dimension
     * @param songs number of songs
     * @throws IllegalArgumentException if the values make no whole rows
     */
    public static SongEmbeddings of(float[] values, int songs) {
        return new FloatEmbeddings(values, songs);
    }

    /** Number of songs. */
    public final int songs() {
        return songs;
    }

    /** Length of an embedding; 0 without songs. */
    public final int dimension() {
        return dimension;
    }

    /** A reader of rows. */
    public abstract Reader reader();

    /** A copy of one song's embedding: {@code [dimension]}. */
    public float[] row(int song) {
        float[] row = new float[dimension];
        copyRow(song, row, 0);
        return row;
    }

    /** Writes one song's embedding into an array, from a place on. */
    public abstract void copyRow(int song, float[] to, int from);

    /** Writes one song's embedding in doubles: {@code [dimension]}. */
    public abstract void copyRow(int song, double[] to);

    /** All embeddings as floats, row after row. Of bytes a copy of four times their size. */
    public abstract float[] toFloats();

    /** Whether every value is a number. */
    abstract boolean isFinite();

    /** What a model's file keeps of them. */
    abstract List<Tensor> tensors();

    /** One song's embedding at a time, without a copy where it is there in floats. For one thread. */
    public abstract static class Reader {

        /** Goes to a song. */
        public abstract void moveTo(int song);

        /** An array with the song's embedding in it, until the reader moves on. */
        public abstract float[] values();

        /** Where in the array the embedding begins. */
        public abstract int from();
    }
}
