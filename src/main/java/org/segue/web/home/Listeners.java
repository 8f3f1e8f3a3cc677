package org.segue.web.home;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * Whom the songs are for.
 *
 * @param ids public ids; as typed until {@link HomeForm#withListeners} resolves them, and where nobody is found
 * @param names that the fields show, in the same order
 */
@TemplateData
public record Listeners(List<String> ids, List<String> names) {

    /** Copies the lists. */
    public Listeners {
        ids = List.copyOf(ids);
        names = List.copyOf(names);
    }
}
