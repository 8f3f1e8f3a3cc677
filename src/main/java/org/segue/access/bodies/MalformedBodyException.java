package org.segue.access.bodies;

/** A body is not what its content type says, or ends too early; the message is a sentence for its sender. */
public class MalformedBodyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedBodyException(String message) {
        super(message);
    }
}
