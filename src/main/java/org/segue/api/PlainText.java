package org.segue.api;

import org.jspecify.annotations.Nullable;

/** Texts that people give things as names. */
final class PlainText {

    private PlainText() {}

    /**
     * A text of one line, without the blanks around it.
     *
     * @param field where it was sent
     * @param longest the most characters
     * @return the text, empty if none was sent
     * @throws io.quarkiverse.resteasy.problem.HttpProblem naming the field
     */
    static String of(String field, @Nullable String text, int longest) {
        String plain = text == null ? "" : text.strip();
        if (plain.length() > longest) {
            throw Problems.outOfRange(field, "%s is too long: at most %d characters.".formatted(field, longest));
        }
        boolean odd = plain.codePoints()
                .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
        if (odd) {
            throw Problems.outOfRange(field, "%s has characters that are none of a text.".formatted(field));
        }
        return plain;
    }
}
