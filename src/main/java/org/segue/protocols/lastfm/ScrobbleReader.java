package org.segue.protocols.lastfm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.segue.access.LastFmFailure;
import org.segue.catalog.RecordingIds;
import org.segue.listens.Listen;
import org.segue.protocols.lastfm.Scrobble.Details;
import org.segue.protocols.lastfm.Scrobble.Names;

/** Reads what a player has played from the fields of its request. What cannot be kept is told of each, and the others are kept. */
final class ScrobbleReader {

    private static final int MAX_SCROBBLES = 50;

    /** Clocks differ. */
    private static final long SKEW_SECONDS = 300;

    /** Nothing lasts longer than a day. */
    private static final int MAX_SECONDS = 86_400;

    /** Seconds, or with a fraction. */
    private static final Pattern SECONDS = Pattern.compile("\\d{1,15}(?:\\.\\d{0,9})?");

    private final FormFields fields;
    private final Function<Field, String> names;
    private final long now;
    private final boolean isClockBehind;

    /**
     * A reader of one request.
     *
     * @param names how the protocol calls its fields
     * @param now nothing is heard after it
     * @param known something that has happened here, null if nothing is known: after now, the clock is behind
     */
    ScrobbleReader(FormFields fields, Function<Field, String> names, Instant now, @Nullable Instant known) {
        this.fields = fields;
        this.names = names;
        this.now = now.getEpochSecond();
        this.isClockBehind = known != null && known.isAfter(now);
    }

    /**
     * What was played, in the order of the numbers.
     *
     * @throws LastFmException if there is none, or there are too many
     */
    List<Scrobble> played() {
        SortedSet<Integer> numbers = fields.numbers(
                Set.of(names.apply(Field.ARTIST), names.apply(Field.TRACK), names.apply(Field.TIMESTAMP)));
        if (numbers.size() > MAX_SCROBBLES) {
            throw new LastFmException(
                    LastFmFailure.INVALID, "Too many scrobbles: at most %d a request.".formatted(MAX_SCROBBLES));
        }
        if (numbers.isEmpty()) {
            requireField(Field.ARTIST);
            requireField(Field.TRACK);
            requireField(Field.TIMESTAMP);
            return List.of(played(""));
        }
        List<Scrobble> played = new ArrayList<>();
        numbers.forEach(number -> played.add(played("[" + number + ']')));
        return played;
    }

    /**
     * What plays now.
     *
     * @throws LastFmException if artist or title is not told
     */
    Scrobble playing() {
        requireField(Field.ARTIST);
        requireField(Field.TRACK);
        return named("", "", now, Ignored.NOT);
    }

    private void requireField(Field field) {
        String name = names.apply(field);
        if (!fields.has(name)) {
            throw new LastFmException(LastFmFailure.INVALID, "%s must be given.".formatted(name));
        }
    }

    private Scrobble played(String number) {
        String timestamp = text(Field.TIMESTAMP, number);
        long time = SECONDS.matcher(timestamp).matches() ? Long.parseLong(timestamp.replaceFirst("\\..*", "")) : 0;
        return named(number, Word.of(timestamp).text(), time, ignored(time));
    }

    private Ignored ignored(long time) {
        if (time < Listen.MIN_TIME) {
            return Ignored.TOO_OLD;
        }
        if (time <= now + SKEW_SECONDS) {
            return Ignored.NOT;
        }
        // What is ignored, players drop: not for a mistake of ours.
        if (isClockBehind) {
            throw new LastFmException(
                    LastFmFailure.UNAVAILABLE, "The clock of this server is behind: send it again later.");
        }
        return Ignored.TOO_NEW;
    }

    private Scrobble named(String number, String timestamp, long time, Ignored ignoredForTime) {
        Names told = new Names(
                word(Field.ARTIST, number),
                word(Field.TRACK, number),
                word(Field.ALBUM, number),
                word(Field.ALBUM_ARTIST, number));
        Ignored ignored = told.artist().text().isEmpty()
                ? Ignored.ARTIST
                : told.track().text().isEmpty() ? Ignored.TRACK : ignoredForTime;
        Details details = new Details(
                RecordingIds.mbid(text(Field.MBID, number)),
                duration(text(Field.DURATION, number)),
                word(Field.TRACK_NUMBER, number).text(),
                text(Field.CHOSEN_BY_USER, number),
                text(Field.RATING, number));
        return new Scrobble(told, timestamp, time, details, ignored);
    }

    private Word word(Field field, String number) {
        return Word.of(text(field, number));
    }

    private String text(Field field, String number) {
        String name = names.apply(field);
        return name.isEmpty() ? "" : fields.text(name + number);
    }

    private static int duration(String text) {
        boolean isNumber = SECONDS.matcher(text).matches();
        long seconds = isNumber ? Long.parseLong(text.replaceFirst("\\..*", "")) : 0;
        return seconds <= MAX_SECONDS ? (int) seconds : 0;
    }
}
