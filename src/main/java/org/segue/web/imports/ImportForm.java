package org.segue.web.imports;

import io.quarkus.qute.TemplateData;
import org.jspecify.annotations.Nullable;
import org.segue.web.FieldText;

/**
 * What is said of files besides them, as it was typed.
 *
 * @param user whose listens they are, empty if the files say so
 * @param source whose ids they carry, empty for that of the format
 * @param dateOrder {@code dmy} or {@code mdy}, empty to go by the files
 * @param zone of times that have none, empty for UTC
 * @param encoding charset of what is neither UTF-8 nor UTF-16, empty for windows-1252
 * @param problem what is wrong with it or them, empty if nothing is
 * @param isUndecided whether that is that nobody has said how dates are read
 */
@TemplateData
public record ImportForm(
        String user,
        String source,
        String dateOrder,
        String zone,
        String encoding,
        String problem,
        boolean isUndecided) {
    static ImportForm typed(
            @Nullable String user,
            @Nullable String source,
            @Nullable String dateOrder,
            @Nullable String zone,
            @Nullable String encoding,
            String problem) {
        return new ImportForm(
                FieldText.typed(user),
                FieldText.typed(source),
                FieldText.typed(dateOrder),
                FieldText.typed(zone),
                FieldText.typed(encoding),
                problem,
                false);
    }

    ImportForm with(String newProblem) {
        return new ImportForm(user, source, dateOrder, zone, encoding, newProblem, false);
    }

    ImportForm undecided(String newProblem) {
        return new ImportForm(user, source, dateOrder, zone, encoding, newProblem, true);
    }

    /** The problem as the page tells it. */
    public ImportProblem told() {
        return ImportProblem.of(problem);
    }

    /** Whether anything is said but the problem, or asked for. */
    public boolean says() {
        return isUndecided || !(user + source + dateOrder + zone + encoding).isEmpty();
    }
}
