package org.segue.web.models;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Map;
import org.segue.model.OutOfRangeException;
import org.segue.training.RequestField;
import org.segue.training.TrainingRequest;
import org.segue.training.TrainingSpec;
import org.segue.training.UnreadableValueException;
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

    /** Copies the map. */
    public TrainingForm {
        typed = Map.copyOf(typed);
    }

    /** What can be typed. */
    public List<RequestField> fields() {
        return TrainingRequest.FIELDS;
    }

    /** What was typed, empty where nothing was. */
    public String value(String name) {
        return typed.getOrDefault(name, "");
    }

    /** Whether anything was typed. */
    public boolean isFilled() {
        return !typed.isEmpty();
    }

    private static String limits(OutOfRangeException problem, Language language) {
        return TrainingRequest.FIELDS.stream()
                .filter(field -> field.name().equals(problem.name()))
                .findFirst()
                .map(field -> language.messages(ModelsMessages.class).range(field))
                .orElse(problem.limits());
    }

    TrainingForm with(String newProblem) {
        return new TrainingForm(typed, newProblem);
    }

    /**
     * What it asks to train.
     *
     * @throws IllegalArgumentException in words for people
     */
    TrainingSpec spec(Language language) {
        try {
            TrainingRequest request = TrainingRequest.of(typed);
            if (request.asksForImpossibleSearch()) {
                throw new IllegalArgumentException(
                        language.messages(ModelsMessages.class).nothingToSearch());
            }
            return request.spec();
        } catch (OutOfRangeException e) {
            String name = language.messages(ModelsMessages.class).hyperparameter(e.name());
            throw new IllegalArgumentException(
                    language.messages(CommonMessages.class).outOfRange(name, limits(e, language), e.value()), e);
        } catch (UnreadableValueException e) {
            String name = language.messages(ModelsMessages.class).hyperparameter(e.name());
            throw new IllegalArgumentException(
                    language.messages(CommonMessages.class).unreadable(name, e.text()), e);
        }
    }
}
