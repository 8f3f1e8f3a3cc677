package org.segue.songmodel;

import java.io.IOException;

/** Thrown when a song model's file is refused; the message is a sentence that says why. */
public final class SongModelException extends IOException {

    private static final long serialVersionUID = 1;

    /** A refusal. */
    public SongModelException(String message) {
        super(message);
    }

    /** A refusal of what could not be read. */
    public SongModelException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Refuses what does not hold.
     *
     * @param message a sentence for {@link String#formatted}
     */
    @SuppressWarnings("AnnotateFormatMethod") // the annotation is of a library that other builds lack
    static void require(boolean holds, String message, Object... arguments) throws SongModelException {
        if (!holds) {
            throw new SongModelException(message.formatted(arguments));
        }
    }
}
