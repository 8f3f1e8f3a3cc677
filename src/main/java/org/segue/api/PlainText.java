package org.segue.api;

import org.jspecify.annotations.Nullable;

/** Texts that people give things as names. */
final class PlainText {

    /** What {@link #of} takes, as a regular expression for the OpenAPI document. */
    static final String PATTERN = "^[^\\u0000-\\u001f\\u007f-\\u009f]*$";

    /** The same of a text that must not be blank. */
    static final String PATTERN_OF_SOME =
            "^[^\\u0000-\\u001f\\u007f-\\u009f]*[^\\s\\u0000-\\u001f\\u007f-\\u009f][^\\u0000-\\u001f\\u007f-\\u009f]*$";

    private PlainText() {}

    /**
     * A text of one line, without the blanks around it.
     *
     * @param field where it was sent
     * @param longest the most characters (Unicode code points)
     * @return the text, empty if none was sent
     * @throws io.quarkiverse.resteasy.problem.HttpProblem naming the field
     */
    static String of(String field, @Nullable String text, int longest) {
        if (text == null) {
            return "";
        }
        if (text.codePointCount(0, text.length()) > longest) {
            throw Problems.outOfRange(field, "%s is too long: at most %d characters.".formatted(field, longest));
        }
        boolean odd = text.codePoints()
                .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
        if (odd) {
            throw Problems.outOfRange(field, "%s has characters that are none of a text.".formatted(field));
        }
        return text.codePoints().allMatch(Character::isSpaceChar) ? "" : text.strip();
    }
}
