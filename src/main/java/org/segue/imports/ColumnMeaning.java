package org.segue.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person can say that a column of a table holds. */
public enum ColumnMeaning {
    /** Who listened. */
    USER("listener"),

    /** What the source calls the song. */
    SONG_ID("song"),

    /** Who made the song. */
    ARTIST("artist"),

    /** Title of the song. */
    TITLE("title"),

    /** What the song is on. */
    ALBUM("album"),

    /** When it was played: a day, or a day and a time. */
    TIME("time"),

    /** The time that belongs behind the day. */
    CLOCK("clock"),

    /** When the play ended. */
    END("ended"),

    /** How often it was played. */
    PLAYS("plays"),

    /** How well it is liked. */
    RATING("rating"),

    /** How long the song is. */
    LENGTH("duration"),

    /** How long it was heard, in milliseconds. */
    PLAYED_MS("playedMs"),

    /** How long it was heard, in seconds. */
    PLAYED_SECONDS("playedSeconds"),

    /** MusicBrainz id of the recording. */
    MBID("mbid"),

    /** International code of the recording. */
    ISRC("isrc"),

    /** What happened, of programs that write down more than plays. */
    EVENT("event"),

    /** Nothing that is wanted. */
    IGNORE("ignore");

    private final String word;

    ColumnMeaning(String word) {
        this.word = word;
    }

    /** What requests call it. */
    public String word() {
        return word;
    }

    /** The meaning of a word, in any case; empty if it has none. */
    public static Optional<ColumnMeaning> of(String word) {
        String plain = word.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(meaning -> meaning.word.toLowerCase(Locale.ROOT).equals(plain))
                .findFirst();
    }
}
