package org.segue.imports.formats;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind a date: a time, an offset from UTC, both or nothing.
 *
 * @param second of the day, 0 if there is no time
 * @param offset seconds ahead of UTC, {@link Moment#LOCAL} if it is not said
 * @param isToTheMinute whether there is a time without seconds
 */
record TimeOfDay(int second, int offset, boolean isToTheMinute) {

    private static final TimeOfDay NONE = new TimeOfDay(0, Moment.LOCAL, false);

    private static final Pattern TIME = Pattern.compile(
            "(?:,? ?(?:(?:at|um|à|a las|T) ?)?(\\d{1,2})[:h](\\d\\d)(?::(\\d\\d)(?:[.,]\\d{1,9})?)?(?: ?([ap])\\.?m\\.?)?(?: Uhr)?)?"
                    + " ?((?:Z|UTC|GMT|UT)? ?(?:([+-])(\\d{1,2})(?::?(\\d\\d))?)?)",
            Pattern.CASE_INSENSITIVE);

    /** Reads a text with single spaces; null if it says something else. */
    static @Nullable TimeOfDay read(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return null;
        }
        int offset = offset(time);
        if (time.group(1) == null) {
            return new TimeOfDay(0, offset, false);
        }
        int hour = hour(Integer.parseInt(time.group(1)), time.group(4));
        int minute = Integer.parseInt(time.group(2));
        int second = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
        return hour > 23 || minute > 59 || second > 59
                ? null
                : new TimeOfDay(hour * 3600 + minute * 60 + second, offset, time.group(3) == null);
    }

    // 12 am is midnight, 12 pm noon; 13 pm is nothing.
    private static int hour(int hour, @Nullable String half) {
        if (half == null) {
            return hour;
        }
        if (hour < 1 || hour > 12) {
            return Integer.MAX_VALUE;
        }
        return hour % 12 + (half.toLowerCase(Locale.ROOT).equals("p") ? 12 : 0);
    }

    private static int offset(Matcher time) {
        if (time.group(6) == null) {
            return time.group(5).isBlank() ? Moment.LOCAL : 0;
        }
        int minutes = time.group(8) == null ? 0 : Integer.parseInt(time.group(8));
        int sign = time.group(6).equals("-") ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(time.group(7)), sign * minutes)
                .getTotalSeconds();
    }

    /** At this time of a day. */
    Moment on(LocalDate day) {
        return new Moment(day.toEpochDay() * 86_400 + second, offset, isToTheMinute);
    }
}
