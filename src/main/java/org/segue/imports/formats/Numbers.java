package org.segue.imports.formats;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as people and spreadsheets write them: with a decimal comma, and with signs between thousands. */
final class Numbers {

    private static final Pattern PLAIN =
            Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,3})?|NaN|[+-]?Infinity");

    /** Groups of three digits with one and the same sign between them, perhaps a fraction behind another sign. */
    private static final Pattern GROUPS =
            Pattern.compile("([+-]?)([1-9]\\d{0,2}(?:([.,'’ ])\\d{3})(?:\\3\\d{3})*)(?:([.,])(\\d+))?");

    private static final Pattern COMMA = Pattern.compile("([+-]?\\d*),(\\d+)");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\h]");

    private Numbers() {}

    /**
     * Reads a number.
     *
     * @param isCount whether it says how often: a count has thousands sooner than it has a fraction
     * @param hasDecimalComma whether the table is of a country that writes 1.234,5
     * @return null if it is none
     */
    static @Nullable Double read(String field, boolean isCount, boolean hasDecimalComma) {
        String text = field.strip();
        if (isShort(text)) {
            return (double) Integer.parseInt(text);
        }
        String number = BLANKS.matcher(text).replaceAll(" ");
        Matcher groups = GROUPS.matcher(number);
        if (groups.matches() && areThousands(groups, isCount, hasDecimalComma)) {
            String whole = groups.group(2).replaceAll("[.,'’ ]", "");
            String fraction = groups.group(5) == null ? "" : "." + groups.group(5);
            return Double.valueOf(groups.group(1) + whole + fraction);
        }
        Matcher comma = COMMA.matcher(number);
        String plain = comma.matches() ? comma.group(1) + "." + comma.group(2) : number;
        return PLAIN.matcher(plain).matches() ? Double.valueOf(plain) : null;
    }

    // Of 1.234 and 1,234 alone the sign may be either.
    private static boolean areThousands(Matcher groups, boolean isCount, boolean hasDecimalComma) {
        char between = groups.group(3).charAt(0);
        String fraction = groups.group(4);
        if (fraction != null) {
            return fraction.charAt(0) != between;
        }
        boolean isAlone = groups.group(2).indexOf(between) == groups.group(2).lastIndexOf(between);
        return switch (between) {
            case '.' -> !isAlone || (isCount && hasDecimalComma);
            case ',' -> !isAlone || isCount;
            default -> true;
        };
    }

    private static boolean isShort(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() < 10;
    }
}
