package org.segue.imports.formats;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.segue.imports.DateOrder;

/**
 * Dates as tables write them: seconds, milliseconds, micro- or nanoseconds since 1970, ISO 8601 and what is like it, dates of
 * numbers in the order of a country, and dates with the name of a month.
 */
final class DateText {

    /** No date is longer: of {@code Tue Nov 14 2023 22:13:20 GMT+0100 (Central European Standard Time)} the end is cut off before. */
    private static final int MAX_LENGTH = 60;

    private static final int DAY_SECONDS = 86_400;

    /** Epoch seconds beyond this are milliseconds: as seconds they are the year 5138. */
    private static final long SECONDS_BELOW = 100_000_000_000L;

    private static final Pattern DECIMALS = Pattern.compile("(-?\\d{1,19})[.,]\\d{0,9}");
    private static final Pattern COMPACT =
            Pattern.compile("((?:19|20)\\d\\d)(\\d\\d)(\\d\\d)(?:T?(\\d\\d)(\\d\\d)(\\d\\d))?(Z?)");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d)");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(\\d{1,2})\\s?([-/.])\\s?(\\d{1,2})\\s?\\2\\s?(\\d{4}|\\d\\d)(?!\\d)");
    private static final Pattern BRACKETS = Pattern.compile("\\s*[(\\[][^)\\]]*[)\\]]$");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\h]+");

    private DateText() {}

    /**
     * What a text says.
     *
     * @param order of day and month where the text leaves it open, null if it is not known
     * @return null if the text is no date, or one that leaves the order open
     */
    static @Nullable Moment read(String field, @Nullable DateOrder order) {
        String text = field.strip();
        try {
            Moment iso = iso(text);
            Moment moment = iso == null ? number(text) : iso;
            return moment != null ? moment : date(simple(text), order);
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    /** Whether a text is a date with either order of day and month, and not the same one. */
    static boolean isOpen(String field) {
        Moment dayFirst = read(field, DateOrder.DMY);
        Moment monthFirst = read(field, DateOrder.MDY);
        return dayFirst != null && monthFirst != null && !dayFirst.equals(monthFirst);
    }

    /** The order that a text has, if it is a date with one order only; null if it says nothing of it. */
    static @Nullable DateOrder orderOf(String field) {
        Moment dayFirst = read(field, DateOrder.DMY);
        Moment monthFirst = read(field, DateOrder.MDY);
        if ((dayFirst == null) == (monthFirst == null)) {
            return null;
        }
        return dayFirst == null ? DateOrder.MDY : DateOrder.DMY;
    }

    /** Whether day, month and year stand between dots, which is how countries write them that put the day first. */
    static boolean hasDots(String field) {
        Matcher date = YEAR_LAST.matcher(field.strip());
        return date.lookingAt() && date.group(2).equals(".");
    }

    private static @Nullable Moment number(String text) {
        if (text.isEmpty() || (text.charAt(0) != '-' && !isDigit(text.charAt(0)))) {
            return null;
        }
        boolean isWhole = isDigits(text, text.charAt(0) == '-' ? 1 : 0, text.length());
        String whole = isWhole ? text : wholePart(text);
        boolean isDate = isWhole
                && (text.length() == 8 || text.length() == 14)
                && COMPACT.matcher(text).matches();
        if (whole == null || isDate) {
            return null;
        }
        return Moment.exact(whole.length() > 19 ? Long.MAX_VALUE : seconds(Long.parseLong(whole)));
    }

    private static @Nullable String wholePart(String text) {
        Matcher decimals = DECIMALS.matcher(text);
        return decimals.matches() ? decimals.group(1) : null;
    }

    private static long seconds(long number) {
        long seconds = number;
        while (seconds > SECONDS_BELOW) {
            seconds /= 1000;
        }
        return seconds;
    }

    private static String simple(String text) {
        String start = text.substring(0, Math.min(text.length(), 2 * MAX_LENGTH));
        return BLANKS.matcher(BRACKETS.matcher(start).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    private static @Nullable Moment date(String text, @Nullable DateOrder order) {
        if (text.length() > MAX_LENGTH) {
            return null;
        }
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.lookingAt()) {
            return on(day(yearFirst.group(1), yearFirst.group(3), yearFirst.group(4)), text.substring(yearFirst.end()));
        }
        Matcher yearLast = YEAR_LAST.matcher(text);
        if (yearLast.lookingAt()) {
            return yearLast(yearLast, text.substring(yearLast.end()), order);
        }
        Matcher compact = COMPACT.matcher(text);
        return compact.matches() ? compact(compact) : DateWords.read(text);
    }

    /** On a day, at the time that a text says behind it; null if that is no time. */
    static @Nullable Moment on(@Nullable LocalDate day, String time) {
        TimeOfDay at = day == null ? null : TimeOfDay.read(time);
        return day == null || at == null ? null : at.on(day);
    }

    private static @Nullable Moment yearLast(Matcher date, String time, @Nullable DateOrder order) {
        String year = date.group(4);
        if (year.length() == 2 && date.group(2).equals("-")) {
            return null;
        }
        String full = year.length() == 2 ? "20" + year : year;
        String first = date.group(1);
        String second = date.group(3);
        Moment dayFirst = order == DateOrder.MDY ? null : on(day(full, second, first), time);
        Moment monthFirst = order == DateOrder.DMY ? null : on(day(full, first, second), time);
        if (dayFirst == null || monthFirst == null) {
            return dayFirst == null ? monthFirst : dayFirst;
        }
        return dayFirst.equals(monthFirst) ? dayFirst : null;
    }

    private static @Nullable Moment compact(Matcher date) {
        LocalDate day = day(date.group(1), date.group(2), date.group(3));
        String time = date.group(4) == null
                ? date.group(7)
                : "%s:%s:%s%s".formatted(date.group(4), date.group(5), date.group(6), date.group(7));
        return on(day, time);
    }

    private static @Nullable LocalDate day(String year, String month, String day) {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException e) {
            return null;
        }
    }

    // 2023-11-14T22:13:20 with or without a Z: what most tables of millions of rows have.
    private static @Nullable Moment iso(String text) {
        boolean isUtc = text.length() == 20 && text.charAt(19) == 'Z';
        if ((text.length() != 19 && !isUtc) || !isIso(text)) {
            return null;
        }
        long day = LocalDate.of(two(text, 0) * 100 + two(text, 2), two(text, 5), two(text, 8))
                .toEpochDay();
        int hour = two(text, 11);
        int minute = two(text, 14);
        int second = two(text, 17);
        if (hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        return new Moment(day * DAY_SECONDS + hour * 3600L + minute * 60L + second, isUtc ? 0 : Moment.LOCAL, false);
    }

    private static boolean isIso(String text) {
        char between = text.charAt(10);
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && (between == 'T' || between == ' ')
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && isDigits(text, 0, 4)
                && isDigits(text, 5, 7)
                && isDigits(text, 8, 10)
                && isDigits(text, 11, 13)
                && isDigits(text, 14, 16)
                && isDigits(text, 17, 19);
    }

    private static int two(String text, int at) {
        return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
    }

    private static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return to > from;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
