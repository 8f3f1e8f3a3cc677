package org.segue.imports;

/** Dates of a column may be read in two ways and nothing says which is meant, in a sentence that names the parameter. */
public class UndecidedDatesException extends ImportException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final String example;

    /**
     * With the column, an example and what to say.
     *
     * @param file what its sender called it
     * @param example a date that can be read in two ways
     */
    public UndecidedDatesException(String message, String file, String example) {
        super(message);
        this.file = file;
        this.example = example;
    }

    /** What the sender of the file called it. */
    public String file() {
        return file;
    }

    /** A date that can be read in two ways. */
    public String example() {
        return example;
    }
}
