package org.segue.training.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/**
 * One side of the model, users or songs, and all that training it needs: the table in the order of its blocks, Adam's
 * moments, the blocks themselves.
 */
final class TrainedSide {

    private final NDManager manager;
    private final NDArray table;
    private final NDArray mean;
    private final NDArray variance;
    private final BlockedRows rows;
    private final List<BlockedRows.Block> blocks;
    private final RowAdam adam;
    private final int stepsPerBlock;
    private final double medianRidge;
    private int steps;

    TrainedSide(NDManager manager, NDArray table, BlockedRows rows, RowAdam adam, int stepsPerBlock) {
        this.manager = manager;
        this.table = table;
        this.mean = manager.zeros(table.getShape());
        this.variance = manager.zeros(table.getShape());
        this.rows = rows;
        this.blocks = rows.blocks();
        this.adam = adam;
        this.stepsPerBlock = stepsPerBlock;
        this.medianRidge = rows.medianRidge();
    }

    /** The embeddings, in the order of the blocks. */
    NDArray table() {
        return table;
    }

    /**
     * Moves every row a few steps towards the optimum for a frozen other side. Blocks are trained at once where the pool has
     * several threads; none reads what another writes, so the result does not depend on how many.
     *
     * @param frozen table of the other side, in the order that the blocks' columns mean
     * @param unobservedWeight α0
     * @param learningRate step size
     * @param pool whose threads train
     * @return Σ c (ŷ − 1)² + α0 Σ ŷ² + ridge · ‖row‖² over this side's rows, as it was before the last step
     */
    double pass(NDArray frozen, double unobservedWeight, double learningRate, ForkJoinPool pool) {
        double[] losses = new double[blocks.size()];
        try (NDManager scope = manager.newSubManager()) {
            NDArray weightedGram = gram(scope, frozen).muli(unobservedWeight);
            NDArray whitening = Whitening.of(scope, weightedGram, medianRidge);
            // A parallel stream inside a pool stays in it.
            pool.submit(() -> IntStream.range(0, losses.length)
                            .parallel()
                            .forEach(k ->
                                    losses[k] = train(blocks.get(k), frozen, weightedGram, whitening, learningRate)))
                    .join();
        }
        steps += stepsPerBlock;
        return Arrays.stream(losses).sum();
    }

    /** Σ ridge · ‖row‖² over all rows. */
    double penalty() {
        double penalty = 0;
        for (BlockedRows.Block block : blocks) {
            try (NDManager scope = manager.newSubManager()) {
                penalty += slice(scope, table, block)
                        .square()
                        .muli(rows.ridge(scope, block))
                        .sum()
                        .getFloat();
            }
        }
        return penalty;
    }

    private double train(
            BlockedRows.Block block, NDArray frozen, NDArray weightedGram, NDArray whitening, double learningRate) {
        JniUtils.setGradMode(false);
        double loss = 0;
        try (NDManager scope = manager.newSubManager()) {
            NDArray firstMoment = slice(scope, mean, block);
            NDArray secondMoment = slice(scope, variance, block);
            ImplicitGradient objective = new ImplicitGradient(scope, rows, block, frozen, weightedGram);
            for (int step = 1; step <= stepsPerBlock; step++) {
                try (NDManager stepScope = scope.newSubManager()) {
                    NDArray values = slice(stepScope, table, block);
                    NDArray gradient = objective.at(values);
                    if (step == stepsPerBlock) {
                        loss = objective.loss(values, gradient);
                    }
                    NDArray move = gradient.zerosLike();
                    adam.update(
                            move, gradient.matMul(whitening), firstMoment, secondMoment, learningRate, 0, steps + step);
                    values.addi(move.matMul(whitening));
                }
            }
        }
        return loss;
    }

    private static NDArray gram(NDManager scope, NDArray table) {
        NDArray transposed = table.transpose();
        transposed.attach(scope);
        return transposed.matMul(table);
    }

    // A slice shares its memory with the table, so a step on it is a step on the table.
    private static NDArray slice(NDManager scope, NDArray array, BlockedRows.Block block) {
        NDArray slice = array.get(new NDIndex().addSliceDim(block.from(), block.to()));
        slice.attach(scope);
        return slice;
    }
}
