package org.segue.imports.formats;

import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.catalog.NameText;
import org.segue.imports.ImportException;
import org.segue.imports.ImportOptions;
import org.segue.imports.ImportPhrase;
import org.segue.listens.Listen;

/** Checks of single fields; what they refuse becomes a bad row with a reason. */
final class Fields {

    private static final int MAX_ID_LENGTH = 500;
    private static final double MAX_PLAYS = 1e9;

    private static final long A_DAY = 86_400;

    private static final int MAX_SONG_MS = 86_400_000;

    /** A mix that runs for a weekend is one play. */
    private static final long MAX_PLAY_MS = 3L * MAX_SONG_MS;

    private Fields() {}

    /** An id: not empty, not overlong. */
    static String id(String what, @Nullable String field) throws BadRowException {
        String id = field == null ? "" : NameText.cleaned(requireText(field));
        if (id.isEmpty()) {
            throw new BadRowException(RowPhrase.MISSING.with(what));
        }
        if (id.length() > MAX_ID_LENGTH) {
            throw new BadRowException(RowPhrase.TOO_LONG.with(what, id.length(), MAX_ID_LENGTH));
        }
        return id;
    }

    /** A name or title, null if the field is missing or empty; cut where it is overlong. */
    static @Nullable String text(@Nullable String field) throws BadRowException {
        String text = field == null ? "" : NameText.cleaned(requireText(field));
        return text.isEmpty() ? null : text;
    }

    private static String requireText(String field) throws BadRowException {
        if (field.indexOf(HistoryFile.NOT_TEXT) >= 0) {
            throw new BadRowException(RowPhrase.UNREADABLE.with(shown(field)));
        }
        return field;
    }

    /** A song by artist and title, both of which must be there. */
    static ExternalSong song(@Nullable String artist, @Nullable String title, @Nullable String album)
            throws BadRowException {
        String artistName = text(artist);
        String name = text(title);
        if (artistName == null || name == null) {
            throw new BadRowException(name == null ? RowPhrase.MISSING_TRACK.with() : RowPhrase.MISSING_ARTIST.with());
        }
        return ExternalSong.named(artistName, name, text(album));
    }

    /** The one name of several artists: the first and his guests; null of none. */
    static @Nullable String credit(List<String> artists) {
        if (artists.size() < 2) {
            return artists.isEmpty() ? null : artists.get(0);
        }
        return artists.get(0) + " feat. " + String.join(", ", artists.subList(1, artists.size()));
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
            throw new ImportException(ImportPhrase.WHOSE.with(file.name()));
        }
        return options.user();
    }

    /** A number of plays: positive. */
    static double plays(String column, String field) throws BadRowException {
        return plays(column, field, number(column, field));
    }

    /** The same for a number that has been read. */
    static double plays(String column, String field, double plays) throws BadRowException {
        if (!(plays > 0 && plays <= MAX_PLAYS)) {
            throw new BadRowException(RowPhrase.PLAYS.with(column, shown(field)));
        }
        return plays;
    }

    /** A rating: finite. */
    static double rating(String column, String field, double rating) throws BadRowException {
        if (!(Math.abs(rating) <= MAX_PLAYS)) {
            throw new BadRowException(RowPhrase.RATING_RANGE.with(column, shown(field)));
        }
        return rating;
    }

    /** A time as epoch seconds, as {@link DateText} reads it; UTC unless it has an offset. */
    static long time(String column, @Nullable String field) throws BadRowException {
        if (field == null || field.isBlank()) {
            throw new BadRowException(RowPhrase.MISSING.with(column));
        }
        Moment moment = DateText.read(field, null);
        if (moment == null) {
            throw new BadRowException(RowPhrase.DATE.with(column, shown(field)));
        }
        return possible(column, field, moment.epochSeconds(ZoneOffset.UTC));
    }

    /** The same for a time that has been read: it must be one at which somebody can have listened. */
    static long possible(String column, String field, long seconds) throws BadRowException {
        long now = System.currentTimeMillis() / 1000;
        if (seconds < Listen.MIN_TIME || seconds > now + A_DAY) {
            throw new BadRowException(RowPhrase.POSSIBLE.with(column, shown(field)));
        }
        return seconds;
    }

    /** A time played, in milliseconds. */
    static long played(String column, @Nullable String field) throws BadRowException {
        double millis = field == null ? -1 : number(column, field);
        if (!(millis >= 0 && millis <= MAX_PLAY_MS)) {
            throw new BadRowException(
                    RowPhrase.MILLIS.with(column, field == null ? RowPhrase.NOTHING.with() : shown(field)));
        }
        return (long) millis;
    }

    /** The same, given in seconds. */
    static long playedSeconds(String column, String field) throws BadRowException {
        double seconds = number(column, field);
        if (!(seconds >= 0 && seconds * 1000 <= MAX_PLAY_MS)) {
            throw new BadRowException(RowPhrase.SECONDS.with(column, shown(field)));
        }
        return (long) (seconds * 1000);
    }

    private static double number(String column, String field) throws BadRowException {
        try {
            return Double.parseDouble(field.strip());
        } catch (NumberFormatException e) {
            throw new BadRowException(RowPhrase.NUMBER.with(column, shown(field)));
        }
    }

    /** A field as reasons show it. */
    static String shown(String field) {
        return '"' + shortened(field) + '"';
    }

    /** A text that may be of any length and hold anything, as sentences show it. */
    static String shortened(String field) {
        String text = NameText.cleaned(
                field.substring(0, Math.min(field.length(), 200)).replace(HistoryFile.NOT_TEXT, '\uFFFD'));
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
