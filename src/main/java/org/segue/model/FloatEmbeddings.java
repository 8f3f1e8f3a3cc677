package org.segue.model;

import java.util.List;
import org.segue.songmodel.Tensor;

/** Embeddings of songs in floats, row after row. */
final class FloatEmbeddings extends SongEmbeddings {

    static final String VALUES = "song_factors";

    private final float[] values;

    FloatEmbeddings(float[] values, int songs) {
        super(songs, values.length / Math.max(1, songs));
        if (values.length != (long) songs * dimension()) {
            throw new IllegalArgumentException(
                    "illegal embeddings: %d values, no whole rows of %d songs".formatted(values.length, songs));
        }
        this.values = values;
    }

    @Override
    public Reader reader() {
        return new Reader() {
            private int from;

            @Override
            public void moveTo(int song) {
                from = song * dimension();
            }

            @Override
            public float[] values() {
                return values;
            }

            @Override
            public int from() {
                return from;
            }
        };
    }

    @Override
    public void copyRow(int song, float[] to, int from) {
        System.arraycopy(values, song * dimension(), to, from, dimension());
    }

    @Override
    public void copyRow(int song, double[] to) {
        int from = song * dimension();
        for (int k = 0; k < to.length; k++) {
            to[k] = values[from + k];
        }
    }

    @Override
    public float[] toFloats() {
        return values;
    }

    @Override
    boolean isFinite() {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    @Override
    List<Tensor> tensors() {
        return List.of(Tensor.of(VALUES, values, songs(), dimension()));
    }
}
