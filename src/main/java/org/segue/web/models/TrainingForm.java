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
import org.segue.web.Words;

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
    TrainingWishes wishes(Words words) {
        return new TrainingWishes(
                read("objective", words, text -> Objective.valueOf(text.toUpperCase(Locale.ROOT))),
                read("dimension", words, Integer::valueOf),
                read("epochs", words, Integer::valueOf),
                read("learningRate", words, Double::valueOf),
                read("batchSize", words, Integer::valueOf),
                read("regularization", words, Double::valueOf),
                read("unobservedWeight", words, Double::valueOf),
                read("confidence", words, text -> ConfidenceWeighting.valueOf(text.toUpperCase(Locale.ROOT))),
                read("seed", words, Long::valueOf),
                read("tune", words, TrainingForm::answer),
                null);
    }

    private <T> @Nullable T read(String name, Words words, Function<String, T> parse) {
        String text = value(name);
        try {
            return text.isEmpty() ? null : parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(words.unreadable(words.hyperparameter(name), text), e);
        }
    }

    private static boolean answer(String text) {
        if (!ANSWERS.contains(text)) {
            throw new IllegalArgumentException(text);
        }
        return Boolean.parseBoolean(text);
    }
}
