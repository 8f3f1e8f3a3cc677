package org.segue.web.imports;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * What is wrong with an import.
 *
 * @param sentence what it is, empty if nothing is
 * @param start of a file of no known format: how it starts; empty for all else
 */
@TemplateData
public record ImportProblem(String sentence, String start) {

    /** Of the lines of a message the first two: what else was expected stands elsewhere on the page. */
    static ImportProblem of(String message) {
        List<String> lines = message.lines().toList();
        return new ImportProblem(lines.isEmpty() ? "" : lines.get(0), lines.size() > 1 ? lines.get(1) : "");
    }
}
