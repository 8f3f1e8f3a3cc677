package org.segue.training.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.Map;

/** Hands a block the gathered rows of one batch where it asks for a whole table: its inputs are then places in these. */
final class BatchParameters extends ParameterStore {

    private final Map<Parameter, NDArray> rows;

    BatchParameters(Map<Parameter, NDArray> rows) {
        this.rows = rows;
    }

    @Override
    public NDArray getValue(Parameter parameter, Device device, boolean training) {
        NDArray gathered = rows.get(parameter);
        if (gathered == null) {
            throw new IllegalArgumentException(
                    "illegal parameter: %s, has no rows here".formatted(parameter.getName()));
        }
        return gathered;
    }
}
