package org.segue.web.imports;

import io.quarkus.qute.TemplateData;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.text.Sentence;
import org.segue.web.Language;

/**
 * What is wrong with an import.
 *
 * @param sentence what it is, empty if nothing is
 * @param start of a file of no known format: how it starts; empty for all else
 */
@TemplateData
public record ImportProblem(String sentence, String start) {

    /** Why an import failed; null unless it did. */
    static @Nullable ImportProblem orNull(@Nullable Sentence failure, Language language) {
        return failure == null ? null : of(language.say(failure));
    }

    /** Of the lines of a message the first two: what else was expected stands elsewhere on the page. */
    static ImportProblem of(String message) {
        List<String> lines = message.lines().toList();
        return new ImportProblem(lines.isEmpty() ? "" : lines.get(0), lines.size() > 1 ? lines.get(1) : "");
    }
}
