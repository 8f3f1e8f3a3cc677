package org.segue.training.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.NormalInitializer;
import ai.djl.util.PairList;
import org.jspecify.annotations.Nullable;

/**
 * The model: an embedding of users, an embedding of songs, and the dot product of the two.
 *
 * <p>Input: row numbers of users and row numbers of songs, both {@code [pairs]}. Output: the scores, {@code [pairs]}.
 */
final class FactorBlock extends AbstractBlock {

    private static final byte VERSION = 1;

    /** Scores of the first step are of the order of σ² √d = 0.01/√d: small beside the 0 and 1 that they are fitted to. */
    private static final float INITIAL_NORM = 0.1f;

    private final RowEmbedding users;
    private final RowEmbedding songs;

    FactorBlock(int users, int songs, int dimension) {
        super(VERSION);
        this.users = addChildBlock("users", new RowEmbedding(users, dimension));
        this.songs = addChildBlock("songs", new RowEmbedding(songs, dimension));
        float sigma = (float) (INITIAL_NORM / Math.sqrt(dimension));
        setInitializer(new NormalInitializer(sigma), Parameter.Type.WEIGHT);
    }

    /** The users' table, users × dimension. */
    Parameter userTable() {
        return users.getDirectParameters().valueAt(0);
    }

    /** The songs' table, songs × dimension. */
    Parameter songTable() {
        return songs.getDirectParameters().valueAt(0);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters, NDList rows, boolean training, @Nullable PairList<String, Object> options) {
        NDArray user =
                users.forward(parameters, new NDList(rows.get(0)), training).singletonOrThrow();
        NDArray song =
                songs.forward(parameters, new NDList(rows.get(1)), training).singletonOrThrow();
        return new NDList(user.mul(song).sum(new int[] {-1}));
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
        users.initialize(manager, dataType, inputShapes[0]);
        songs.initialize(manager, dataType, inputShapes[1]);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return new Shape[] {inputShapes[0]};
    }
}
