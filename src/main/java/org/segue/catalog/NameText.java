package org.segue.catalog;

import java.util.regex.Pattern;

/**
 * How names of artists, titles and albums are cleaned, whoever brings them: what a player told comes back the same from an
 * export.
 */
public final class NameText {

    /** A name may have so many characters, in UTF-16; the rest of a longer one is cut off. */
    public static final int MAX_LENGTH = 1000;

    /** Of a name that is no text, in place of what could not be read. */
    private static final String UNREADABLE = "\uFFFD";

    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

    /** Half of a character alone, and what is no character at all: no text has them, and no database takes the first. */
    private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cs}\\uFFFE\\uFFFF]+");

    private NameText() {}

    /** The name without control characters and halves of characters, without blanks around it, cut where it is overlong. */
    public static String cleaned(String name) {
        String text = isClean(name) ? name.strip() : replaced(name);
        return text.length() <= MAX_LENGTH ? text : cut(text).stripTrailing();
    }

    // Control characters, NUL among them, mean nothing in a name and break what shows it.
    private static String replaced(String name) {
        String text = CONTROLS.matcher(name).replaceAll(" ").strip();
        return NO_TEXT.matcher(text).replaceAll(UNREADABLE);
    }

    private static boolean isClean(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < ' ' || (c >= '\u007f' && c <= '\u009f') || (c >= '\uD800' && c <= '\uDFFF') || c >= '\uFFFE') {
                return false;
            }
        }
        return true;
    }

    /** The beginning of a name, whole if it is not overlong: between characters, not in the middle of one. */
    static String cut(String name) {
        if (name.length() <= MAX_LENGTH) {
            return name;
        }
        boolean splits = Character.isHighSurrogate(name.charAt(MAX_LENGTH - 1));
        return name.substring(0, splits ? MAX_LENGTH - 1 : MAX_LENGTH);
    }
}
