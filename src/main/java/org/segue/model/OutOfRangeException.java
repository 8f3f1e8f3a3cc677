package org.segue.model;

/** A number is not one of those that are taken; the message names it, and the limits. */
public final class OutOfRangeException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final String value;
    private final String limits;

    /**
     * A number out of its limits.
     *
     * @param name of the number
     * @param value as it was given
     * @param limits in words, as {@code 1 to 1024}
     */
    public OutOfRangeException(String name, Object value, String limits) {
        super("%s must be %s, but is %s".formatted(name, limits, value));
        this.name = name;
        this.value = String.valueOf(value);
        this.limits = limits;
    }

    /** Name of the number. */
    public String name() {
        return name;
    }

    /** As it was given. */
    public String value() {
        return value;
    }

    /** In words, as {@code 1 to 1024}. */
    public String limits() {
        return limits;
    }
}
