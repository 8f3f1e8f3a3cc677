package org.segue.playlists;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;

/**
 * A list that Segue makes by itself. Each is made once a period, a day or a week from Monday on, and kept for
 * {@value #KEPT_PERIODS} of them. The first three words are ListenBrainz's, whose clients look for them.
 */
public enum PlaylistKind {
    /** Songs that somebody likes and has not heard since yesterday. */
    @JsonProperty("daily-jams")
    DAILY_JAMS("daily-jams", Period.ofDays(1)),
    /** Songs that somebody likes and has not heard for long. */
    @JsonProperty("weekly-jams")
    WEEKLY_JAMS("weekly-jams", Period.ofWeeks(1)),
    /** Songs that somebody has not heard. */
    @JsonProperty("weekly-exploration")
    WEEKLY_EXPLORATION("weekly-exploration", Period.ofWeeks(1)),
    /** Songs that somebody loves or has played much, and has not heard for very long. */
    @JsonProperty("rediscover")
    REDISCOVER("rediscover", Period.ofWeeks(1));

    /** How many periods a list is kept for, its own among them. */
    static final int KEPT_PERIODS = 4;

    private final String word;
    private final Period length;

    PlaylistKind(String word, Period length) {
        this.word = word;
        this.length = length;
    }

    /** What clients call it. */
    public String word() {
        return word;
    }

    /** The kind of a word. */
    static PlaylistKind of(String word) {
        for (PlaylistKind kind : values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("illegal kind of list: %s".formatted(word));
    }

    /** Whether its songs are ones that the user knows. */
    boolean isOfKnownSongs() {
        return this != WEEKLY_EXPLORATION;
    }

    /** Whether there is a new one each day. */
    boolean isDaily() {
        return this == DAILY_JAMS;
    }

    /** First day of the period that a day is in. */
    LocalDate periodOf(LocalDate day) {
        return isDaily() ? day : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** First day of the period before. */
    LocalDate before(LocalDate period) {
        return period.minus(length);
    }

    /** First day of the oldest period whose lists are kept on a day. */
    LocalDate oldestKept(LocalDate day) {
        return periodOf(day).minus(length.multipliedBy(KEPT_PERIODS - 1));
    }

    /** The day on which a period's list is kept no longer. */
    LocalDate expiry(LocalDate period) {
        return period.plus(length.multipliedBy(KEPT_PERIODS));
    }
}
