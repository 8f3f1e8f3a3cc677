package org.segue.training.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.segue.interactions.CsrMatrix;
import org.segue.model.Hyperparameters.Loss;

/**
 * One side of the interactions, cut into blocks of neighboring rows that are trained together while the other side stands still.
 *
 * <p>A block's cells are copied out of the matrix whenever they are needed, which takes a small part of the time that their
 * training does, and spares eight bytes a cell. For any number of threads.
 */
final class BlockedRows {

    /**
     * Neighboring rows.
     *
     * @param from first place in the side's {@link RowOrder}
     * @param to place after the last
     * @param longest cells of the longest row, at least 1
     */
    record Block(int from, int to, int longest) {

        int rows() {
            return to - from;
        }
    }

    /**
     * Cells of a block, each row padded to the longest.
     *
     * @param columns place of each cell's row in the other side's order, 0 where padded: {@code [rows, length]}, int32
     * @param weights confidence of each cell, 0 where padded: {@code [rows, 1, length]}
     */
    record Cells(NDArray columns, NDArray weights) {}

    private final CsrMatrix side;
    private final RowOrder rows;
    private final RowOrder columns;
    private final Loss loss;
    private final int cellsPerBlock;
    private final List<Block> blocks = new ArrayList<>();

    /**
     * Cuts one side into blocks.
     *
     * @param side rows are what is trained, columns the other side
     * @param rows order of the rows
     * @param columns order of the columns
     * @param loss confidence, λ and α0 count
     * @param cellsPerBlock the most cells of a block, padding included; a longer row has several parts
     */
    BlockedRows(CsrMatrix side, RowOrder rows, RowOrder columns, Loss loss, int cellsPerBlock) {
        this.side = side;
        this.rows = rows;
        this.columns = columns;
        this.loss = loss;
        this.cellsPerBlock = cellsPerBlock;
        for (int from = 0;
                from < rows.rows();
                from = blocks.get(blocks.size() - 1).to()) {
            int to = end(from);
            blocks.add(new Block(from, to, length(to - 1)));
        }
    }

    // Rows ascend in length, so the last row of a block is its longest.
    private int end(int from) {
        int to = from + 1;
        while (to < rows.rows() && (long) (to + 1 - from) * length(to) <= cellsPerBlock) {
            to++;
        }
        return to;
    }

    private int length(int position) {
        return Math.max(1, side.rowLength(rows.rowAt(position)));
    }

    /** All blocks, in order. */
    List<Block> blocks() {
        return List.copyOf(blocks);
    }

    /** How many parts a block has: one, or several if it is a single row that is longer than a block may be. */
    int parts(Block block) {
        return (block.longest + cellsPerBlock - 1) / cellsPerBlock;
    }

    /**
     * The cells of a part of a block.
     *
     * @param owner of the arrays
     * @param part from 0
     */
    Cells cells(NDManager owner, Block block, int part) {
        int start = part * cellsPerBlock;
        int length = Math.min(block.longest - start, cellsPerBlock);
        int[] places = new int[block.rows() * length];
        float[] weights = new float[places.length];
        for (int position = block.from; position < block.to; position++) {
            int row = rows.rowAt(position);
            int first = side.rowStart()[row] + start;
            int cells = Math.min(side.rowStart()[row + 1] - first, length);
            int at = (position - block.from) * length;
            for (int k = 0; k < cells; k++) {
                places[at + k] = columns.positionOf(side.columnIndexes()[first + k]);
                weights[at + k] = loss.confidence().weight(side.values()[first + k]);
            }
        }
        return new Cells(
                owner.create(places, new Shape(block.rows(), length)),
                owner.create(weights, new Shape(block.rows(), 1, length)));
    }

    /** Of what multiplies the squared lengths of all rows the median. */
    double medianRidge() {
        return loss.ridge(length(rows.rows() / 2), side.columns());
    }

    /**
     * What multiplies the squared length of each row of a block ({@link Loss#ridge}).
     *
     * @param owner of the array
     * @return {@code [rows, 1]}
     */
    NDArray ridge(NDManager owner, Block block) {
        float[] ridge = new float[block.rows()];
        for (int k = 0; k < ridge.length; k++) {
            ridge[k] = (float) loss.ridge(side.rowLength(rows.rowAt(block.from + k)), side.columns());
        }
        return owner.create(ridge, new Shape(ridge.length, 1));
    }
}
