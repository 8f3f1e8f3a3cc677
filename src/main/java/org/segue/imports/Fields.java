package org.segue.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks of single fields; what they refuse becomes a bad row with a reason. */
final class Fields {

    private static final int LONGEST_ID = 500;
    private static final int LONGEST_TEXT = 1000;
    private static final double MOST_PLAYS = 1e9;

    /** Before the first scrobbler, 2002-10-01: what ListenBrainz takes as the first possible listen. */
    private static final long FIRST_LISTEN = 1_033_410_600L;

    private static final long A_DAY = 86_400;

    /** Epoch seconds beyond this are milliseconds: as seconds they are the year 5138. */
    private static final long MILLISECONDS_FROM = 100_000_000_000L;

    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,18}(?:\\.\\d{0,9})?");
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd[ ]['T']HH:mm[:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("][XXX][XX]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private Fields() {}

    /** An id: not empty, not overlong. */
    static String id(String what, @Nullable String field) throws BadRowException {
        String id = field == null ? "" : clean(field);
        if (id.isEmpty()) {
            throw new BadRowException("no " + what);
        }
        if (id.length() > LONGEST_ID) {
            throw new BadRowException(
                    "%s of %d characters, at most %d are taken".formatted(what, id.length(), LONGEST_ID));
        }
        return id;
    }

    /** A name or title, null if the field is missing or empty; cut where it is overlong. */
    static @Nullable String text(@Nullable String field) {
        String text = field == null ? "" : clean(field);
        return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }

    /** A number of plays: positive. */
    static double plays(String column, String field) throws BadRowException {
        double plays = number(column, field);
        if (!(plays > 0 && plays <= MOST_PLAYS)) {
            throw new BadRowException("%s is %s, expected a number above 0".formatted(column, shown(field)));
        }
        return plays;
    }

    /** A rating: finite. */
    static double rating(String column, String field) throws BadRowException {
        double rating = number(column, field);
        if (!(Math.abs(rating) <= MOST_PLAYS)) {
            throw new BadRowException("%s is %s, expected a number".formatted(column, shown(field)));
        }
        return rating;
    }

    /** A time as epoch seconds: seconds or milliseconds since 1970, or a date with a time (UTC unless it has an offset). */
    static long time(String column, String field) throws BadRowException {
        String text = field.strip();
        long seconds = WHOLE_NUMBER.matcher(text).matches() ? epochSeconds(text) : parsed(column, text);
        long now = Instant.now().getEpochSecond();
        if (seconds < FIRST_LISTEN || seconds > now + A_DAY) {
            throw new BadRowException(
                    "%s is %s, expected a time between October 2002 and now".formatted(column, shown(field)));
        }
        return seconds;
    }

    private static long epochSeconds(String text) {
        long number = (long) Double.parseDouble(text);
        return number > MILLISECONDS_FROM ? number / 1000 : number;
    }

    private static long parsed(String column, String text) throws BadRowException {
        try {
            TemporalAccessor time =
                    DATE_TIME.parseBest(text.replace("Z", "+00:00"), OffsetDateTime::from, LocalDateTime::from);
            return time instanceof OffsetDateTime exact
                    ? exact.toEpochSecond()
                    : ((LocalDateTime) time).toEpochSecond(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new BadRowException("%s is %s, expected seconds since 1970 or a date like 2024-05-31 20:15:00"
                    .formatted(column, shown(text)));
        }
    }

    private static double number(String column, String field) throws BadRowException {
        try {
            return Double.parseDouble(field.strip());
        } catch (NumberFormatException e) {
            throw new BadRowException("%s is %s, expected a number".formatted(column, shown(field)));
        }
    }

    // Control characters, NUL among them, mean nothing in a name and break what shows it.
    private static String clean(String field) {
        return CONTROLS.matcher(field).replaceAll(" ").strip();
    }

    private static String shown(String field) {
        String text = clean(field);
        return '"' + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + '"';
    }
}
