package org.segue.training.djl;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.concurrent.ForkJoinPool;
import org.segue.interactions.CsrMatrix;
import org.segue.model.Hyperparameters;

/**
 * Fits the implicit objective (Hu, Koren, Volinsky 2008; Rendle et al., "Revisiting the Performance of iALS", RecSys 2022):
 *
 * <pre>Σ_observed c (ŷ − 1)² + α0 Σ_all ŷ² + λ [Σ_u r_u ‖p_u‖² + Σ_i r_i ‖q_i‖²]</pre>
 *
 * where r are by the {@link org.segue.model.RegularizationScale}, r_u = n_u + α0 |I| or n_u.
 *
 * <p>Sides alternate: while one stands still, the gradient of a row of the other touches that row alone, so that blocks of
 * rows are trained one after the other, each in bounded memory and without a dense gradient of any
 * table.
 */
final class ImplicitTraining {

    /** Gathered rows of a block are at most 2 MB, which stay near the processor for all steps: 8,192 cells at d = 64. */
    private static final int FLOATS_PER_BLOCK = 1 << 19;

    private static final int MAX_CELLS_PER_BLOCK = 1 << 14;
    /** The cost of starting an operation must stay small beside its work. */
    private static final int MIN_CELLS_PER_BLOCK = 1 << 10;

    /** A block is gathered once for several steps: as good as an epoch for each, in half the time. */
    private static final int STEPS_PER_BLOCK = 4;

    /** Forgets within five steps: what a row should be changes with every pass of the other side. */
    private static final double BETA1 = 0.8;

    /** Forgets within a hundred steps: a training has a few dozen. */
    private static final double BETA2 = 0.99;

    private final Hyperparameters hyperparameters;
    private final EpochLog log;
    private final TrainedSide users;
    private final TrainedSide songs;
    private final RowOrder songOrder;
    private final int interactions;

    private ImplicitTraining(NDManager manager, CsrMatrix cells, Hyperparameters hyperparameters, EpochLog log) {
        this.hyperparameters = hyperparameters;
        this.log = log;
        this.interactions = cells.cells();
        CsrMatrix transposed = cells.transpose();
        RowOrder userOrder = RowOrder.byLength(cells);
        this.songOrder = RowOrder.byLength(transposed);
        FactorBlock model = new FactorBlock(cells.rows(), cells.columns(), hyperparameters.dimension());
        model.initialize(manager, DataType.FLOAT32, new Shape(1), new Shape(1));
        RowAdam adam = new RowAdam(BETA1, BETA2);
        this.users = new TrainedSide(
                manager, model.userTable().getArray(), blocks(cells, userOrder, songOrder), adam, STEPS_PER_BLOCK);
        this.songs = new TrainedSide(
                manager, model.songTable().getArray(), blocks(transposed, songOrder, userOrder), adam, STEPS_PER_BLOCK);
    }

    /**
     * Trains.
     *
     * @param cells users, and perhaps sessions, × songs
     * @param threads how many threads train; the answer does not depend on it
     * @return the song embeddings, songs × dimension: the best user embeddings for them can be solved exactly
     */
    static float[] songFactors(
            NDManager parent, CsrMatrix cells, Hyperparameters hyperparameters, int threads, EpochLog log) {
        try (NDManager manager = parent.newSubManager()) {
            ImplicitTraining training = new ImplicitTraining(manager, cells, hyperparameters, log);
            training.run(threads);
            return training.songOrder.restore(training.songs.table().toFloatArray(), hyperparameters.dimension());
        }
    }

    private void run(int threads) {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            for (int epoch = 1; epoch <= hyperparameters.epochs(); epoch++) {
                log.epochDone(epoch, epoch(cosineDecay(epoch), pool) / interactions);
            }
        } finally {
            pool.shutdown();
        }
    }

    // Returns the loss as it was before the last step.
    private double epoch(double learningRate, ForkJoinPool pool) {
        double unobservedWeight = hyperparameters.loss().unobservedWeight();
        users.pass(songs.table(), unobservedWeight, learningRate, pool);
        return songs.pass(users.table(), unobservedWeight, learningRate, pool) + users.penalty();
    }

    // From the whole learning rate in the first epoch almost down to 0 in the last.
    private double cosineDecay(int epoch) {
        double done = (epoch - 1.0) / hyperparameters.epochs();
        return hyperparameters.optimizer().learningRate() * (1 + Math.cos(Math.PI * done)) / 2;
    }

    private BlockedRows blocks(CsrMatrix side, RowOrder rows, RowOrder columns) {
        int cellsPerBlock = Math.max(
                MIN_CELLS_PER_BLOCK, Math.min(MAX_CELLS_PER_BLOCK, FLOATS_PER_BLOCK / hyperparameters.dimension()));
        return new BlockedRows(side, rows, columns, hyperparameters.loss(), cellsPerBlock);
    }
}
