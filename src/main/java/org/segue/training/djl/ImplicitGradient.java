package org.segue.training.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The implicit objective of one block's rows w, the other side's table X standing still, and its gradient in closed form:
 *
 * <pre>loss     = Σ_observed c (wᵀx − 1)² + α0 wᵀXᵀX w + ridge ‖w‖²
 * gradient = 2 [Σ_observed c (wᵀx − 1) x + α0 XᵀX w + ridge w]</pre>
 *
 * <p>The first term visits observed cells; the second is the sum over all pairs, which the Gram matrix of the
 * whole table spares visiting. Closed form and not the engine's autograd: that allows one recording a process, and keeps what a
 * formula needs no more. For one thread; blocks may be computed at once.
 */
final class ImplicitGradient {

    private final BlockedRows side;
    private final BlockedRows.Block block;
    private final NDArray ridge;
    private final NDArray frozen;
    private final NDArray weightedGram;
    private final @Nullable Observed whole;
    private final List<NDArray> errors = new ArrayList<>();

    /**
     * The objective of one block.
     *
     * @param scope owns what is copied for the block
     * @param side whose block it is
     * @param block the rows
     * @param frozen table X of the other side
     * @param weightedGram α0 XᵀX
     */
    ImplicitGradient(NDManager scope, BlockedRows side, BlockedRows.Block block, NDArray frozen, NDArray weightedGram) {
        this.side = side;
        this.block = block;
        this.ridge = side.ridge(scope, block);
        this.frozen = frozen;
        this.weightedGram = weightedGram;
        // The parts of a row too long for a block are gathered one at a time, at every step anew.
        this.whole = side.parts(block) == 1 ? gather(scope, 0) : null;
    }

    /** Observed cells: the rows of the other side, {@code [rows, length, dimension]}, and their confidences. */
    private record Observed(NDArray x, NDArray weights) {}

    /**
     * The gradient at some values of the block's rows.
     *
     * @param rows w: {@code [rows, dimension]}; their manager owns what is computed
     * @return same shape
     */
    NDArray at(NDArray rows) {
        errors.clear();
        NDArray half = rows.matMul(weightedGram).addi(rows.mul(ridge));
        NDArray singleRows = rows.expandDims(1);
        for (int part = 0; part < side.parts(block); part++) {
            half.addi(observed(rows.getManager(), singleRows, part).reshape(rows.getShape()));
        }
        return half.muli(2);
    }

    /**
     * The loss at the rows that the gradient was asked for last: as Σ c (ŷ − 1)² = Σ c (ŷ − 1) ŷ − Σ c (ŷ − 1), and all else is
     * quadratic, it is ½ ⟨w, gradient⟩ − Σ c (ŷ − 1).
     *
     * @param rows w
     * @param gradient what {@link #at} gave for them
     */
    double loss(NDArray rows, NDArray gradient) {
        double loss = rows.mul(gradient).sum().getFloat() / 2.0;
        for (NDArray error : errors) {
            loss -= error.sum().getFloat();
        }
        return loss;
    }

    // Σ c (wᵀx − 1) x, [rows, 1, dimension].
    private NDArray observed(NDManager scope, NDArray singleRows, int part) {
        if (whole != null) {
            return observed(singleRows, whole);
        }
        try (NDManager ofPart = scope.newSubManager()) {
            return observed(singleRows, gather(ofPart, part));
        }
    }

    private NDArray observed(NDArray singleRows, Observed cells) {
        // wᵀXᵀ and not Xw: a product with a column takes the engine four times as long.
        NDArray error =
                singleRows.batchMatMul(cells.x.transpose(0, 2, 1)).subi(1).muli(cells.weights);
        errors.add(error);
        return error.batchMatMul(cells.x);
    }

    private Observed gather(NDManager scope, int part) {
        BlockedRows.Cells cells = side.cells(scope, block, part);
        return new Observed(
                Embedding.embedding(cells.columns(), frozen, SparseFormat.DENSE).singletonOrThrow(), cells.weights());
    }
}
