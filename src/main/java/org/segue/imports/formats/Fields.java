package org.segue.imports.formats;

import java.time.DateTimeException;
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
import org.segue.catalog.ExternalSong;
import org.segue.imports.ImportException;
import org.segue.imports.ImportOptions;
import org.segue.listens.Listen;

/** Checks of single fields; what they refuse becomes a bad row with a reason. */
final class Fields {

    private static final int MAX_ID_LENGTH = 500;
    private static final int MAX_TEXT_LENGTH = 1000;
    private static final double MAX_PLAYS = 1e9;

    private static final long A_DAY = 86_400;

    /** Epoch seconds beyond this are milliseconds: as seconds they are the year 5138. */
    private static final long MILLISECONDS_FROM = 100_000_000_000L;

    private static final int MAX_SONG_MS = 86_400_000;

    /** A mix that runs for a weekend is one play. */
    private static final long MAX_PLAY_MS = 3L * MAX_SONG_MS;

    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");
    /** Half of a character alone: no text has it, and no database takes it. */
    private static final Pattern LONE_SURROGATES = Pattern.compile("\\p{Cs}+");

    /** More digits may be no {@code long}. */
    private static final int MAX_DIGITS = 18;

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
        String id = field == null ? "" : clean(requireText(field));
        if (id.isEmpty()) {
            throw new BadRowException("no " + what);
        }
        if (id.length() > MAX_ID_LENGTH) {
            throw new BadRowException(
                    "%s of %d characters, at most %d are taken".formatted(what, id.length(), MAX_ID_LENGTH));
        }
        return id;
    }

    /** A name or title, null if the field is missing or empty; cut where it is overlong. */
    static @Nullable String text(@Nullable String field) throws BadRowException {
        String text = field == null ? "" : clean(requireText(field));
        return text.isEmpty() ? null : cut(text);
    }

    // Between characters, not in the middle of one.
    private static String cut(String text) {
        if (text.length() <= MAX_TEXT_LENGTH) {
            return text;
        }
        boolean splits = Character.isHighSurrogate(text.charAt(MAX_TEXT_LENGTH - 1));
        return text.substring(0, splits ? MAX_TEXT_LENGTH - 1 : MAX_TEXT_LENGTH);
    }

    private static String requireText(String field) throws BadRowException {
        if (field.indexOf(HistoryFile.NOT_TEXT) >= 0) {
            throw new BadRowException("%s is not UTF-8".formatted(shown(field)));
        }
        return field;
    }

    /** A song by artist and title, both of which must be there. */
    static ExternalSong song(@Nullable String artist, @Nullable String title, @Nullable String album)
            throws BadRowException {
        String artistName = text(artist);
        String name = text(title);
        if (artistName == null || name == null) {
            throw new BadRowException(name == null ? "no track" : "no artist");
        }
        return ExternalSong.named(artistName, name, text(album));
    }

    /** A length in milliseconds, given in some unit; null if the field is no length of a song. */
    static @Nullable Integer duration(@Nullable String field, int millisPerUnit) {
        if (field == null) {
            return null;
        }
        try {
            double millis = Double.parseDouble(field.strip()) * millisPerUnit;
            return millis > 0 && millis < MAX_SONG_MS ? Integer.valueOf((int) millis) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Whose listens a file holds that names nobody: the user of the request. */
    static String user(HistoryFile file, ImportOptions options) {
        if (options.user() == null) {
            throw new ImportException(
                    "%s does not say whose listens it holds: name the user in the request, with user=…."
                            .formatted(file.name()));
        }
        return options.user();
    }

    /** A number of plays: positive. */
    static double plays(String column, String field) throws BadRowException {
        double plays = number(column, field);
        if (!(plays > 0 && plays <= MAX_PLAYS)) {
            throw new BadRowException("%s is %s, expected a number above 0".formatted(column, shown(field)));
        }
        return plays;
    }

    /** A rating: finite. */
    static double rating(String column, String field) throws BadRowException {
        double rating = number(column, field);
        if (!(Math.abs(rating) <= MAX_PLAYS)) {
            throw new BadRowException("%s is %s, expected a number".formatted(column, shown(field)));
        }
        return rating;
    }

    /** A time as epoch seconds: seconds or milliseconds since 1970, or a date with a time (UTC unless it has an offset). */
    static long time(String column, @Nullable String field) throws BadRowException {
        if (field == null || field.isBlank()) {
            throw new BadRowException("no " + column);
        }
        String text = field.strip();
        long seconds = isWholeNumber(text) ? epochSeconds(text) : parsed(column, text);
        return possible(column, field, seconds);
    }

    /** The same for a time that has been read: it must be one at which somebody can have listened. */
    static long possible(String column, String field, long seconds) throws BadRowException {
        long now = System.currentTimeMillis() / 1000;
        if (seconds < Listen.MIN_TIME || seconds > now + A_DAY) {
            throw new BadRowException(
                    "%s is %s, expected a time between October 2002 and now".formatted(column, shown(field)));
        }
        return seconds;
    }

    /** A time played, in milliseconds. */
    static long played(String column, @Nullable String field) throws BadRowException {
        double millis = field == null ? -1 : number(column, field);
        if (!(millis >= 0 && millis <= MAX_PLAY_MS)) {
            throw new BadRowException("%s is %s, expected the milliseconds of a play"
                    .formatted(column, field == null ? "missing" : shown(field)));
        }
        return (long) millis;
    }

    private static boolean isWholeNumber(String text) {
        return hasDigitsAlone(text) || WHOLE_NUMBER.matcher(text).matches();
    }

    private static boolean hasDigitsAlone(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= MAX_DIGITS;
    }

    private static long epochSeconds(String text) {
        long number = hasDigitsAlone(text) ? Long.parseLong(text) : (long) Double.parseDouble(text);
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
        if (isClean(field)) {
            return field.strip();
        }
        String text = CONTROLS.matcher(field).replaceAll(" ").strip();
        return LONE_SURROGATES.matcher(text).replaceAll("\uFFFD");
    }

    private static boolean isClean(String field) {
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c < ' ' || c == '\u007f' || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static String shown(String field) {
        String text = clean(field.substring(0, Math.min(field.length(), 200)).replace(HistoryFile.NOT_TEXT, '\uFFFD'));
        return '"' + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + '"';
    }
}
