package org.segue.training.djl;

import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import java.nio.ByteBuffer;
import java.util.Optional;

/** An embedding whose items are the row numbers themselves. */
final class RowEmbedding extends Embedding<Integer> {

    RowEmbedding(int rows, int dimension) {
        super(new Builder().setEmbeddingSize(dimension).optNumEmbeddings(rows).optUseDefault(false));
        // The block asks nothing of its input; the table's shape is known now.
        embedding.setShape(new Shape(rows, dimension));
    }

    @Override
    public boolean hasItem(Integer item) {
        return item >= 0 && item < numEmbeddings;
    }

    @Override
    public long embed(Integer item) {
        return item;
    }

    @Override
    public Optional<Integer> unembed(long index) {
        return Optional.of(Math.toIntExact(index));
    }

    @Override
    public byte[] encode(Integer item) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(item).array();
    }

    @Override
    public Integer decode(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getInt();
    }

    private static final class Builder extends BaseBuilder<Integer, Builder> {

        Builder() {
            embeddingType = Integer.class;
            // Sparse gradients do not work with DJL's optimizers on PyTorch.
            sparseFormat = SparseFormat.DENSE;
        }

        @Override
        protected Builder setType(Class<Integer> type) {
            return self();
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
