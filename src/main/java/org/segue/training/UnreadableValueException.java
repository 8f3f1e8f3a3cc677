package org.segue.training;

import com.fasterxml.jackson.databind.exc.InvalidFormatException;

/** A text that was given for a value of a {@link TrainingRequest} is no such value. */
public final class UnreadableValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final String text;

    UnreadableValueException(InvalidFormatException cause) {
        super(cause.getOriginalMessage(), cause);
        this.name = cause.getPath().get(0).getFieldName();
        this.text = String.valueOf(cause.getValue());
    }

    /** Name of the value in JSON. */
    public String name() {
        return name;
    }

    /** The text. */
    public String text() {
        return text;
    }
}
