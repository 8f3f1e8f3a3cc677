package org.segue.text;

/** Text from outside as it may stand in a log: on one line, without anything that a terminal obeys, and not too long. */
final class LogText {

    /** Enough for a path, a title or a sentence of an error. */
    static final int MAX_LENGTH = 1000;

    private LogText() {}

    /** Escapes what is not for reading, as Java writes it, and cuts off what is beyond {@value #MAX_LENGTH} characters. */
    static String of(String text) {
        return escape(text, false);
    }

    /** The same, but lines stay lines: for what was written here. */
    static String ofLines(String text) {
        return escape(text, true);
    }

    private static String escape(String text, boolean keepsLines) {
        int length = Math.min(text.length(), MAX_LENGTH);
        StringBuilder safe = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            append(safe, text.charAt(i), keepsLines);
        }
        if (text.length() > length) {
            safe.append("… (").append(text.length() - length).append(" more characters)");
        }
        return safe.toString();
    }

    private static void append(StringBuilder safe, char c, boolean keepsLines) {
        if ((keepsLines && (c == '\n' || c == '\r' || c == '\t')) || !isForMachines(c)) {
            safe.append(c);
        } else if (c == '\n') {
            safe.append("\\n");
        } else {
            safe.append("\\u%04x".formatted((int) c));
        }
    }

    // Controls, ends of lines, and what turns the direction of writing around.
    private static boolean isForMachines(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
