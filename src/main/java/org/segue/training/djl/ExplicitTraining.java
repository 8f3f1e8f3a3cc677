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
import java.util.Map;
import java.util.SplittableRandom;
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
    private static final double BETA2 = 0.999;

    private final NDManager manager;
    private final Hyperparameters hyperparameters;
    private final FactorBlock model;
    private final GatheredTable users;
    private final GatheredTable songs;
    private final ObservedCells cells;
    private final Loss loss = Loss.l2Loss();
    private int steps;

    private ExplicitTraining(NDManager manager, InteractionMatrix matrix, Hyperparameters hyperparameters) {
        this.manager = manager;
        this.hyperparameters = hyperparameters;
        this.cells = new ObservedCells(matrix);
        this.model = new FactorBlock(matrix.users(), matrix.songs(), hyperparameters.dimension());
        model.initialize(manager, DataType.FLOAT32, new Shape(1), new Shape(1));
        RowAdam adam = new RowAdam(BETA2);
        this.users = new GatheredTable(manager, model.userTable().getArray(), adam);
        this.songs = new GatheredTable(manager, model.songTable().getArray(), adam);
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
        double learningRate = hyperparameters.optimizer().learningRate();
        float[] userFactors = users.toArray(hyperparameters.dimension(), learningRate, steps);
        float[] songFactors = songs.toArray(hyperparameters.dimension(), learningRate, steps);
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
            GatheredTable.Rows user = users.gather(scope, cells.users(from, to), learningRate, steps);
            GatheredTable.Rows song = songs.gather(scope, cells.songs(from, to), learningRate, steps);
            NDArray observed = scope.create(cells.values(from, to));
            double error = backward(user, song, observed);
            double regularization = hyperparameters.loss().regularization();
            users.update(user, learningRate, regularization, steps);
            songs.update(song, learningRate, regularization, steps);
            return error;
        }
    }

    private double backward(GatheredTable.Rows user, GatheredTable.Rows song, NDArray observed) {
        ParameterStore rows =
                new BatchParameters(Map.of(model.userTable(), user.values(), model.songTable(), song.values()));
        user.values().setRequiresGradient(true);
        song.values().setRequiresGradient(true);
        try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
            NDList scores = model.forward(rows, new NDList(user.places(), song.places()), true);
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
