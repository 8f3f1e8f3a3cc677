package org.segue.training.djl;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import ai.djl.training.GradientCollector;
import org.jspecify.annotations.Nullable;

/**
 * The implicit objective for a block of rows w, with the other side's table X frozen:
 *
 * <pre>L(w) = Σ c (x · w − 1)² + wᵀ (α0 XᵀX) w + ridge ‖w‖²</pre>
 *
 * <p>The first sum runs over the observed cells; the second term is the sum over all pairs, which the Gram matrix of the
 * whole frozen table spares visiting.
 */
final class ImplicitLoss {

    private final NDManager scope;
    private final RowBlock block;
    private final NDArray frozen;
    private final NDArray weightedGram;
    private final @Nullable NDArray gathered;

    /**
     * The objective of one block.
     *
     * @param scope owns all that is computed
     * @param block the cells
     * @param frozen table X of the other side
     * @param weightedGram α0 XᵀX
     */
    ImplicitLoss(NDManager scope, RowBlock block, NDArray frozen, NDArray weightedGram) {
        this.scope = scope;
        this.block = block;
        this.frozen = frozen;
        this.weightedGram = weightedGram;
        // The parts of a row too long for a block are gathered one at a time, at every step anew.
        this.gathered = block.parts().size() == 1 ? gather(scope, block.parts().get(0)) : null;
    }

    /** The loss at {@code rows}; its gradient is theirs afterwards. */
    double backward(NDArray rows) {
        try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
            double loss = backward(gradients, quadratic(rows));
            for (RowBlock.Cells cells : block.parts()) {
                loss += observed(gradients, rows, cells);
            }
            return loss;
        }
    }

    private NDArray quadratic(NDArray rows) {
        NDArray unobserved = rows.matMul(weightedGram).mul(rows).sum();
        return rows.square().mul(block.ridge()).sum().add(unobserved);
    }

    private double observed(GradientCollector gradients, NDArray rows, RowBlock.Cells cells) {
        if (gathered != null) {
            return backward(gradients, squaredError(gathered, rows, cells));
        }
        try (NDManager partScope = scope.newSubManager()) {
            return backward(gradients, squaredError(gather(partScope, cells), rows, cells));
        }
    }

    private static NDArray squaredError(NDArray x, NDArray rows, RowBlock.Cells cells) {
        // wᵀXᵀ and not Xw: a product with a column takes the engine four times as long, forward and backward.
        NDArray score = rows.expandDims(1).batchMatMul(x.transpose(0, 2, 1)).squeeze(1);
        return score.sub(1).square().mul(cells.weights()).sum();
    }

    private NDArray gather(NDManager scope, RowBlock.Cells cells) {
        scope.tempAttachAll(cells.columns(), cells.weights());
        return Embedding.embedding(cells.columns(), frozen, SparseFormat.DENSE).singletonOrThrow();
    }

    private static double backward(GradientCollector gradients, NDArray loss) {
        gradients.backward(loss);
        return loss.getFloat();
    }
}
