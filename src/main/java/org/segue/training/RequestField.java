package org.segue.training;

import java.util.List;

/**
 * A value of a {@link TrainingRequest} as people are asked for it: a number, or one of some words.
 *
 * @param name in JSON
 * @param min the least number, empty if there is none
 * @param max the greatest number, empty if there is none
 * @param step between numbers, {@code any} for real ones; empty for what browsers do without, which is 1
 * @param choices the words in JSON, an empty one for what Segue does without; none if it is a number
 * @param searched whether a number that is left out is searched, rather than the default
 */
public record RequestField(String name, String min, String max, String step, List<String> choices, boolean searched) {

    /** The numbers that are taken, in words. */
    String limits() {
        String kind = step.equals("any") ? "a number from %s to %s" : "a whole number from %s to %s";
        return kind.formatted(min.isEmpty() ? Long.MIN_VALUE : min, max.isEmpty() ? Long.MAX_VALUE : max);
    }

    static RequestField searched(String name, String min, String max, String step) {
        return new RequestField(name, min, max, step, List.of(), true);
    }

    static RequestField byDefault(String name, String min, String max, String step) {
        return new RequestField(name, min, max, step, List.of(), false);
    }

    static RequestField oneOf(String name, String... choices) {
        return new RequestField(name, "", "", "", List.of(choices), false);
    }
}
