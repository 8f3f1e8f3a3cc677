package org.segue.web.models;

import io.quarkus.qute.TemplateData;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.segue.interactions.ConfidenceWeighting;
import org.segue.model.Objective;
import org.segue.training.TrainingWishes;
import org.segue.web.CommonMessages;
import org.segue.web.Language;

/**
 * The hyperparameters as they were typed, and what is wrong with them.
 *
 * @param typed by what the API calls them; what is left to Segue has no entry
 * @param problem in words, empty if nothing is wrong
 */
@TemplateData
public record TrainingForm(Map<String, String> typed, String problem) {

    /** Everything is left to Segue. */
    static final TrainingForm BLANK = new TrainingForm(Map.of(), "");

    private static final Set<String> ANSWERS = Set.of("true", "false");

    /** Copies the map. */
    public TrainingForm {
        typed = Map.copyOf(typed);
    }

    /** What was typed, empty where nothing was. */
    public String value(String name) {
        return typed.getOrDefault(name, "");
    }

    /** Whether anything was typed. */
    public boolean isFilled() {
        return !typed.isEmpty();
    }

    TrainingForm with(String newProblem) {
        return new TrainingForm(typed, newProblem);
    }

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException in words for people
     */
    TrainingWishes wishes(Language language) {
        return new TrainingWishes(
                read("objective", language, text -> Objective.valueOf(text.toUpperCase(Locale.ROOT))),
                read("dimension", language, Integer::valueOf),
                read("epochs", language, Integer::valueOf),
                read("learningRate", language, Double::valueOf),
                read("batchSize", language, Integer::valueOf),
                read("regularization", language, Double::valueOf),
                read("unobservedWeight", language, Double::valueOf),
                read("confidence", language, text -> ConfidenceWeighting.valueOf(text.toUpperCase(Locale.ROOT))),
                read("seed", language, Long::valueOf),
                read("tune", language, TrainingForm::answer),
                null);
    }

    private <T> @Nullable T read(String name, Language language, Function<String, T> parse) {
        String text = value(name);
        try {
            return text.isEmpty() ? null : parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    language.messages(CommonMessages.class)
                            .unreadable(language.messages(ModelsMessages.class).hyperparameter(name), text),
                    e);
        }
    }

    private static boolean answer(String text) {
        if (!ANSWERS.contains(text)) {
            throw new IllegalArgumentException(text);
        }
        return Boolean.parseBoolean(text);
    }
}
