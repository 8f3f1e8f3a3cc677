package org.segue.web.imports;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Map;

/**
 * What is said of files besides them, as it was typed.
 *
 * @param user whose listens they are, empty if the files say so
 * @param source whose ids they carry, empty for that of the format
 * @param details how they are read
 * @param columns what columns of tables hold, as a request writes it
 * @param joined who of the house those are whom the files name
 * @param problem what is wrong with it or them, empty if nothing is
 */
@TemplateData
public record ImportForm(
        String user, String source, Details details, List<String> columns, Map<String, String> joined, String problem) {

    /** Nothing is said. */
    static final ImportForm BLANK = new ImportForm("", "", new Details("", "", ""), List.of(), Map.of(), "");

    /**
     * How files are read that can be read in several ways.
     *
     * @param dateOrder {@code dmy} or {@code mdy}, empty to go by the files
     * @param zone of times that have none, empty for UTC
     * @param encoding charset of what is neither UTF-8 nor UTF-16, empty for windows-1252
     */
    @TemplateData
    public record Details(String dateOrder, String zone, String encoding) {

        /** Whether anything is said. */
        public boolean isSaid() {
            return !(dateOrder + zone + encoding).isEmpty();
        }
    }

    ImportForm with(String newProblem) {
        return new ImportForm(user, source, details, columns, joined, newProblem);
    }

    ImportForm of(String listener) {
        return new ImportForm(listener, source, details, columns, joined, problem);
    }

    /** The problem as the page tells it. */
    public ImportProblem told() {
        return ImportProblem.of(problem);
    }

    /** Whether anything is said but the problem. */
    public boolean says() {
        return details.isSaid() || !(user + source).isEmpty();
    }
}
