package org.segue.web.models;

import io.quarkus.qute.TemplateData;
import org.segue.model.Hyperparameters;
import org.segue.model.SongModelMemory;

/**
 * The form that takes song models in.
 *
 * @param problem why the last one was refused, empty if none was
 * @param fitting how many songs of a usual dimension fit into memory
 */
@TemplateData
public record SongModelForm(String problem, int fitting) {

    static SongModelForm of(String problem) {
        return new SongModelForm(
                problem,
                SongModelMemory.fitting(Hyperparameters.implicitDefaults().dimension()));
    }
}
