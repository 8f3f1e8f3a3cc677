package org.segue.ranking;

import java.util.Arrays;
import org.segue.model.QuantizedEmbeddings;
import org.segue.model.SongEmbeddings;
import org.segue.ranking.linalg.Vectors;

/** Embeddings of some songs, one array for each dimension. Immutable, safe for any thread. */
interface SongBlock {

    /**
     * Multiplies an embedding with those of all songs. Each product is, to the last bit, {@link Vectors#orderedDot} of the two as floats.
     *
     * @param embedding {@code [dimension]}
     * @param products where the products go: at least one for each song
     */
    void multiply(float[] embedding, float[] products);

    /**
     * Copies the embeddings of some songs.
     *
     * @param embeddings of all songs
     * @param rows of the songs, in the order of the block
     */
    static SongBlock of(SongEmbeddings embeddings, int[] rows) {
        return embeddings instanceof QuantizedEmbeddings quantized
                ? QuantizedBlock.of(quantized, rows)
                : FloatBlock.of(embeddings, rows);
    }

    /**
     * In floats.
     *
     * @param values dimension × songs
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by identity, never by value
    record FloatBlock(float[][] values) implements SongBlock {

        static FloatBlock of(SongEmbeddings embeddings, int[] rows) {
            int d = embeddings.dimension();
            float[][] values = new float[d][rows.length];
            SongEmbeddings.Reader reader = embeddings.reader();
            for (int j = 0; j < rows.length; j++) {
                reader.moveTo(rows[j]);
                for (int k = 0; k < d; k++) {
                    values[k][j] = reader.values()[reader.from() + k];
                }
            }
            return new FloatBlock(values);
        }

        @Override
        public void multiply(float[] embedding, float[] products) {
            Vectors.multiplyRow(embedding, 0, values, products);
        }
    }

    /**
     * In bytes, with a scale for each song.
     *
     * @param values dimension × songs
     * @param scales {@code [songs]}
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by identity, never by value
    record QuantizedBlock(byte[][] values, float[] scales) implements SongBlock {

        static QuantizedBlock of(QuantizedEmbeddings embeddings, int[] rows) {
            int d = embeddings.dimension();
            byte[][] values = new byte[d][rows.length];
            float[] scales = new float[rows.length];
            for (int j = 0; j < rows.length; j++) {
                scales[j] = embeddings.scale(rows[j]);
                for (int k = 0; k < d; k++) {
                    values[k][j] = embeddings.value(rows[j], k);
                }
            }
            return new QuantizedBlock(values, scales);
        }

        @Override
        public void multiply(float[] embedding, float[] products) {
            Arrays.fill(products, 0f);
            int k = 0;
            for (; k + 4 <= values.length; k += 4) {
                addFour(embedding, k, products);
            }
            for (; k < values.length; k++) {
                byte[] value = values[k];
                for (int j = 0; j < scales.length; j++) {
                    products[j] += embedding[k] * (value[j] * scales[j]);
                }
            }
        }

        // The scale comes first: a product is then that of floats, to the last bit.
        private void addFour(float[] embedding, int k, float[] products) {
            float a0 = embedding[k];
            float a1 = embedding[k + 1];
            float a2 = embedding[k + 2];
            float a3 = embedding[k + 3];
            byte[] v0 = values[k];
            byte[] v1 = values[k + 1];
            byte[] v2 = values[k + 2];
            byte[] v3 = values[k + 3];
            for (int j = 0; j < scales.length; j++) {
                float scale = scales[j];
                products[j] +=
                        a0 * (v0[j] * scale) + a1 * (v1[j] * scale) + a2 * (v2[j] * scale) + a3 * (v3[j] * scale);
            }
        }
    }
}
