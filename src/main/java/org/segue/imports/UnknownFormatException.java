package org.segue.imports;

/** A file is of no format that Segue reads; the message says in three lines that, how it starts, and what was expected. */
public class UnknownFormatException extends ImportException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final String start;

    /**
     * With a message.
     *
     * @param file what its sender called it
     * @param start how its first line starts, empty if it has none
     */
    public UnknownFormatException(String message, String file, String start) {
        super(message);
        this.file = file;
        this.start = start;
    }

    /** What its sender called it. */
    public String file() {
        return file;
    }

    /** How its first line starts, empty if it has none. */
    public String start() {
        return start;
    }
}
