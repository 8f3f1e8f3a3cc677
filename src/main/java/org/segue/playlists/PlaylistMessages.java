package org.segue.playlists;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Every word that lists say: what they are called, and what they are. */
final class PlaylistMessages {

    /** Who made them. */
    static final String CREATOR = "Segue";

    static final String SONGS_FOR = "Songs for %s";
    static final String SONGS_LIKE = "Songs like these";
    static final String AND = " and ";
    static final String MISSING_FOR = "Missing from the library of %s";
    static final String MISSING = "Songs that you play, or may like, and that are not in your library.";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONDAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private PlaylistMessages() {}

    /** Title of a list that Segue made; among those of a user it is the only one of that title. */
    static String title(PlaylistKind kind, String user, LocalDate period) {
        return switch (kind) {
            case DAILY_JAMS -> "Daily jams for %s, %s".formatted(user, DAY.format(period));
            case WEEKLY_JAMS -> "Weekly jams for %s, week of %s".formatted(user, MONDAY.format(period));
            case WEEKLY_EXPLORATION -> "Weekly exploration for %s, week of %s".formatted(user, MONDAY.format(period));
            case REDISCOVER -> "Rediscover for %s, week of %s".formatted(user, MONDAY.format(period));
        };
    }

    /** What a list is, in a sentence. */
    static String annotation(PlaylistKind kind) {
        return switch (kind) {
            case DAILY_JAMS -> "Songs that you know and like, and have not heard since yesterday. New every day.";
            case WEEKLY_JAMS -> "Songs that you know and like, and have not heard for a while. New every Monday.";
            case WEEKLY_EXPLORATION -> "Songs that are new to you, learned from what you like. New every Monday.";
            case REDISCOVER -> "Songs that you love or played a lot, and have not heard for months. New every Monday.";
        };
    }
}
