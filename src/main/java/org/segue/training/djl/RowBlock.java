package org.segue.training.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.segue.interactions.CsrMatrix;
import org.segue.model.Hyperparameters.Loss;

/**
 * Neighboring rows of one side, trained together while the other side stands still.
 *
 * @param from first place in the side's {@link RowOrder}
 * @param to place after the last
 * @param parts their cells: one part, or several when a single row is longer than a block may be
 * @param ridge what multiplies the squared length of each row ({@link Loss#ridge}): {@code [rows, 1]}
 */
record RowBlock(int from, int to, List<Cells> parts, NDArray ridge) {

    /**
     * Cells of a block, each row padded to the longest.
     *
     * @param columns place of each cell's row in the other side's order, 0 where padded: {@code [rows, length]}, int32
     * @param weights confidence of each cell, 0 where padded: {@code [rows, 1, length]}
     */
    record Cells(NDArray columns, NDArray weights) {}

    /**
     * Cuts one side into blocks. The arrays live until the manager closes: eight bytes a cell.
     *
     * @param manager owns the arrays
     * @param side rows are what is trained, columns the other side
     * @param rows order of the rows
     * @param columns order of the columns
     * @param loss confidence, λ and α0 count
     * @param cellsPerBlock the most cells of a part, padding included
     */
    static List<RowBlock> cut(
            NDManager manager, CsrMatrix side, RowOrder rows, RowOrder columns, Loss loss, int cellsPerBlock) {
        return new Cut(manager, side, rows, columns, loss, cellsPerBlock).blocks();
    }

    /** Cuts one side into blocks; see {@link RowBlock#cut}. */
    private record Cut(
            NDManager manager, CsrMatrix side, RowOrder rows, RowOrder columns, Loss loss, int cellsPerBlock) {

        List<RowBlock> blocks() {
            List<RowBlock> blocks = new ArrayList<>();
            int from = 0;
            while (from < rows.rows()) {
                int to = end(from);
                int longest = Math.max(1, side.rowLength(rows.rowAt(to - 1)));
                List<Cells> parts = new ArrayList<>();
                for (int start = 0; start < longest; start += cellsPerBlock) {
                    parts.add(cells(from, to, start, Math.min(longest - start, cellsPerBlock)));
                }
                blocks.add(new RowBlock(from, to, parts, ridge(from, to)));
                from = to;
            }
            return blocks;
        }

        // Rows ascend in length, so the last row of a block is its longest.
        private int end(int from) {
            int to = from + 1;
            while (to < rows.rows()
                    && (long) (to + 1 - from) * Math.max(1, side.rowLength(rows.rowAt(to))) <= cellsPerBlock) {
                to++;
            }
            return to;
        }

        private Cells cells(int from, int to, int start, int length) {
            int[] places = new int[(to - from) * length];
            float[] weights = new float[places.length];
            for (int position = from; position < to; position++) {
                int row = rows.rowAt(position);
                int first = side.rowStart()[row] + start;
                int cells = Math.min(side.rowStart()[row + 1] - first, length);
                for (int k = 0; k < cells; k++) {
                    int at = (position - from) * length + k;
                    places[at] = columns.positionOf(side.columnIndexes()[first + k]);
                    weights[at] = loss.confidence().weight(side.values()[first + k]);
                }
            }
            return new Cells(
                    manager.create(places, new Shape(to - from, length)),
                    manager.create(weights, new Shape(to - from, 1, length)));
        }

        private NDArray ridge(int from, int to) {
            float[] ridge = new float[to - from];
            for (int k = 0; k < ridge.length; k++) {
                ridge[k] = (float) loss.ridge(side.rowLength(rows.rowAt(from + k)), side.columns());
            }
            return manager.create(ridge, new Shape(ridge.length, 1));
        }
    }
}
