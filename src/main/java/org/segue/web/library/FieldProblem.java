package org.segue.web.library;

import io.quarkus.qute.TemplateData;

/**
 * What is wrong with a field of a form.
 *
 * @param field its name; empty if it is the form as a whole, or nothing
 * @param sentence what is wrong, empty if nothing is
 */
@TemplateData
public record FieldProblem(String field, String sentence) {

    /** Nothing is wrong. */
    static final FieldProblem NONE = new FieldProblem("", "");

    /** What is wrong with a field, empty if nothing is; the empty name is the form's. */
    public String of(String name) {
        return name.equals(field) ? sentence : "";
    }

    /** Whether anything is wrong. */
    public boolean isSaid() {
        return !sentence.isEmpty();
    }
}
