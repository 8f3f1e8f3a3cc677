package org.segue.model;

import java.util.List;
import org.segue.songmodel.QuantizedRow;
import org.segue.songmodel.Tensor;

/**
 * Embeddings of songs in bytes, row after row, with one scale a song: {@code q · scale}, as a {@linkplain QuantizedRow song model} has them.
 */
public final class QuantizedEmbeddings extends SongEmbeddings {

    static final String VALUES = "song_quantized";
    static final String SCALES = "song_scale";

    private final byte[] values;
    private final float[] scales;

    /**
     * Takes over bytes and their scales.
     *
     * @param values songs × dimension
     * @param scales positive: {@code [songs]}
     * @throws IllegalArgumentException if the values make no whole rows
     */
    public QuantizedEmbeddings(byte[] values, float[] scales) {
        super(scales.length, values.length / Math.max(1, scales.length));
        if (values.length != (long) scales.length * dimension()) {
            throw new IllegalArgumentException(
                    "illegal embeddings: %d values, no whole rows of %d songs".formatted(values.length, scales.length));
        }
        this.values = values;
        this.scales = scales;
    }

    /** One value of a song in bytes. */
    public byte value(int song, int k) {
        return values[song * dimension() + k];
    }

    /** What the bytes of a song are multiplied with. */
    public float scale(int song) {
        return scales[song];
    }

    @Override
    public Reader reader() {
        float[] row = new float[dimension()];
        return new Reader() {
            @Override
            public void moveTo(int song) {
                QuantizedRow.dequantize(values, song, scales[song], row);
            }

            @Override
            public float[] values() {
                return row;
            }

            @Override
            public int from() {
                return 0;
            }
        };
    }

    @Override
    public void copyRow(int song, float[] to, int from) {
        int row = song * dimension();
        for (int k = 0; k < dimension(); k++) {
            to[from + k] = values[row + k] * scales[song];
        }
    }

    @Override
    public void copyRow(int song, double[] to) {
        int row = song * dimension();
        for (int k = 0; k < to.length; k++) {
            to[k] = values[row + k] * scales[song];
        }
    }

    @Override
    public float[] toFloats() {
        float[] floats = new float[values.length];
        for (int song = 0; song < songs(); song++) {
            copyRow(song, floats, song * dimension());
        }
        return floats;
    }

    @Override
    boolean isFinite() {
        for (float scale : scales) {
            if (!Float.isFinite(scale)) {
                return false;
            }
        }
        return true;
    }

    @Override
    List<Tensor> tensors() {
        return List.of(Tensor.of(VALUES, values, songs(), dimension()), Tensor.of(SCALES, scales, songs()));
    }
}
