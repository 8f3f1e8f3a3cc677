package org.segue.training.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.util.List;

/**
 * One side of the model, users or songs, and all that training it needs: the table in the order of its blocks, Adam's
 * moments, the blocks themselves.
 */
final class TrainedSide {

    private final NDManager manager;
    private final NDArray table;
    private final NDArray mean;
    private final NDArray variance;
    private final List<RowBlock> blocks;
    private final RowAdam adam;
    private final int stepsPerBlock;
    private int steps;

    TrainedSide(NDManager manager, NDArray table, List<RowBlock> blocks, RowAdam adam, int stepsPerBlock) {
        this.manager = manager;
        this.table = table;
        this.mean = manager.zeros(table.getShape());
        this.variance = manager.zeros(table.getShape());
        this.blocks = blocks;
        this.adam = adam;
        this.stepsPerBlock = stepsPerBlock;
    }

    /** The embeddings, in the order of the blocks. */
    NDArray table() {
        return table;
    }

    /**
     * Moves every row a few steps towards the optimum for a frozen other side.
     *
     * @param frozen table of the other side, in the order that the blocks' columns mean
     * @param unobservedWeight α0
     * @param learningRate step size
     * @return Σ c (ŷ − 1)² + α0 Σ ŷ² + ridge · ‖row‖² over this side's rows, as it was before the last step
     */
    double pass(NDArray frozen, double unobservedWeight, double learningRate) {
        double loss = 0;
        try (NDManager scope = manager.newSubManager()) {
            scope.tempAttachAll(frozen);
            NDArray weightedGram = frozen.transpose().matMul(frozen).muli(unobservedWeight);
            for (RowBlock block : blocks) {
                loss += train(scope, block, frozen, weightedGram, learningRate);
            }
        }
        steps += stepsPerBlock;
        return loss;
    }

    /** Σ ridge · ‖row‖² over all rows. */
    double penalty() {
        double penalty = 0;
        for (RowBlock block : blocks) {
            try (NDManager scope = manager.newSubManager()) {
                scope.tempAttachAll(table, block.ridge());
                penalty +=
                        slice(table, block).square().muli(block.ridge()).sum().getFloat();
            }
        }
        return penalty;
    }

    private double train(NDManager parent, RowBlock block, NDArray frozen, NDArray weightedGram, double learningRate) {
        double loss = 0;
        try (NDManager scope = parent.newSubManager()) {
            scope.tempAttachAll(table, mean, variance, frozen, weightedGram, block.ridge());
            NDArray firstMoment = slice(mean, block);
            NDArray secondMoment = slice(variance, block);
            ImplicitLoss objective = new ImplicitLoss(scope, block, frozen, weightedGram);
            for (int step = 1; step <= stepsPerBlock; step++) {
                // A new view each step: gradients would add up in an old one.
                NDArray rows = slice(table, block);
                rows.setRequiresGradient(true);
                loss = objective.backward(rows);
                NDArray gradient = rows.getGradient();
                rows.setRequiresGradient(false);
                adam.update(rows, gradient, firstMoment, secondMoment, learningRate, 0, steps + step);
            }
        }
        return loss;
    }

    // A slice shares its memory with the table, so a step on it is a step on the table.
    private static NDArray slice(NDArray array, RowBlock block) {
        return array.get(new NDIndex().addSliceDim(block.from(), block.to()));
    }
}
