package org.segue.training.djl;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.loss.Loss;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.segue.interactions.InteractionMatrix;
import org.segue.model.Hyperparameters;

/**
 * Fits the explicit objective: the mean squared error of the scores on observed values.
 *
 * <p>A fifth of the cells, drawn by the seed, is held out and never trained on; what is kept is the model fitted to the
 * other four fifths, so that the test error tells of exactly the model that is served. Regularisation λ pulls the rows
 * that a step touches towards zero.
 */
final class ExplicitTraining {

    /** What the training ends with: tables in the order of the matrix, and the test error if anything was held out. */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Result(float[] users, float[] songs, @Nullable TestError testError) {}

    /**
     * Mean squared errors on values that the model was not fitted to.
     *
     * @param model of the model's scores
     * @param mean of answering the mean of the training part every time
     */
    record TestError(double model, double mean) {}

    private static final int CELLS_PER_TEST_CELL = 5;
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;

    private final NDManager manager;
    private final Hyperparameters hyperparameters;
    private final FactorBlock model;
    /** Users, and songs after them: half the calls of two tables, for the same steps. */
    private final GatheredTable rows;

    private final int users;
    private final ObservedCells cells;
    private final Loss loss = Loss.l2Loss();
    private int steps;

    private ExplicitTraining(NDManager manager, InteractionMatrix matrix, Hyperparameters hyperparameters) {
        this.manager = manager;
        this.hyperparameters = hyperparameters;
        this.cells = new ObservedCells(matrix);
        this.model = new FactorBlock(matrix.users(), matrix.songs(), hyperparameters.dimension());
        model.initialize(manager, DataType.FLOAT32, new Shape(1), new Shape(1));
        this.users = matrix.users();
        NDArray table = model.userTable().getArray().concat(model.songTable().getArray(), 0);
        this.rows = new GatheredTable(manager, table, new RowAdam(BETA1, BETA2));
    }

    /** Trains. */
    static Result train(NDManager parent, InteractionMatrix matrix, Hyperparameters hyperparameters, EpochLog log) {
        try (NDManager manager = parent.newSubManager()) {
            return new ExplicitTraining(manager, matrix, hyperparameters).run(log);
        }
    }

    private Result run(EpochLog log) {
        SplittableRandom random = new SplittableRandom(hyperparameters.seed());
        cells.shuffle(0, cells.size(), random);
        int test = cells.size() / CELLS_PER_TEST_CELL;
        for (int epoch = 1; epoch <= hyperparameters.epochs(); epoch++) {
            cells.shuffle(test, cells.size(), random);
            log.epochDone(epoch, epoch(test));
        }
        int dimension = hyperparameters.dimension();
        float[] factors = rows.toArray(dimension, hyperparameters.optimizer().learningRate(), steps);
        float[] userFactors = Arrays.copyOf(factors, users * dimension);
        float[] songFactors = Arrays.copyOfRange(factors, userFactors.length, factors.length);
        return new Result(userFactors, songFactors, testError(test, userFactors, songFactors));
    }

    private double epoch(int from) {
        double squares = 0;
        for (int start = from;
                start < cells.size();
                start += hyperparameters.optimizer().batchSize()) {
            int end = Math.min(cells.size(), start + hyperparameters.optimizer().batchSize());
            squares += step(start, end) * (end - start);
        }
        return squares / (cells.size() - from);
    }

    // Returns the mean squared error of the batch before the step.
    private double step(int from, int to) {
        steps++;
        double learningRate = hyperparameters.optimizer().learningRate();
        try (NDManager scope = manager.newSubManager()) {
            GatheredTable.Rows batch = rows.gather(scope, named(from, to), learningRate, steps);
            double error = backward(scope, batch, scope.create(cells.values(from, to)));
            rows.update(batch, learningRate, hyperparameters.loss().regularization(), steps);
            return error;
        }
    }

    // The rows of a batch's users, and then those of its songs.
    private int[] named(int from, int to) {
        int[] songs = cells.songs(from, to);
        Arrays.setAll(songs, k -> users + songs[k]);
        return IntStream.concat(Arrays.stream(cells.users(from, to)), Arrays.stream(songs))
                .toArray();
    }

    private double backward(NDManager scope, GatheredTable.Rows batch, NDArray observed) {
        int cellsOfBatch = batch.places().length / 2;
        NDArray userPlaces = scope.create(Arrays.copyOf(batch.places(), cellsOfBatch));
        NDArray songPlaces = scope.create(Arrays.copyOfRange(batch.places(), cellsOfBatch, 2 * cellsOfBatch));
        ParameterStore parameters =
                new BatchParameters(Map.of(model.userTable(), batch.values(), model.songTable(), batch.values()));
        batch.values().setRequiresGradient(true);
        try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
            NDList scores = model.forward(parameters, new NDList(userPlaces, songPlaces), true);
            NDArray half = loss.evaluate(new NDList(observed), scores);
            gradients.backward(half);
            // DJL's L2 loss is half the mean square.
            return 2 * (double) half.getFloat();
        }
    }

    private @Nullable TestError testError(int test, float[] userFactors, float[] songFactors) {
        if (test == 0) {
            return null;
        }
        double mean = cells.mean(test, cells.size());
        double modelSquares = 0;
        double meanSquares = 0;
        for (int k = 0; k < test; k++) {
            double value = cells.value(k);
            double score = cells.score(k, userFactors, songFactors, hyperparameters.dimension());
            modelSquares += (score - value) * (score - value);
            meanSquares += (mean - value) * (mean - value);
        }
        return new TestError(modelSquares / test, meanSquares / test);
    }
}
