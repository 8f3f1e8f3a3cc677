package org.segue.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.segue.library.ServerSong.Preferences;

/**
 * What a login thinks of songs, added up over the files of each, and how that differs from what it has brought. For one thread.
 */
final class Taste {

    /** What is said of a song. */
    enum Kind {
        /** A star, which is a love here; its value is when it was given, epoch seconds. */
        STAR,
        /** A rating, 1 to 5. */
        RATING,
        /** A play count, without the plays that are known from elsewhere. */
        COUNT,
        /** A love here, which is a star there because Segue has sent it. */
        SENT;

        private final String word = name().toLowerCase(Locale.ROOT);

        /** The word for it in the database. */
        String word() {
            return word;
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** What a login has brought before. */
    record Brought(int songId, Kind kind, double value) {}

    /**
     * What is to be changed.
     *
     * @param value what it is from here on, null if it is taken back
     */
    record Change(int songId, Kind kind, @Nullable Double value) {}

    private final Map<Integer, Double> stars = new HashMap<>();
    private final Map<Integer, Double> ratings = new HashMap<>();
    private final Map<Integer, Double> plays = new HashMap<>();

    /** Takes what the login thinks of a file of a song. */
    void add(int songId, Preferences preferences) {
        if (preferences.starredAt() != null) {
            stars.merge(songId, (double) preferences.starredAt().getEpochSecond(), Math::min);
        }
        if (preferences.rating() > 0) {
            ratings.merge(songId, (double) preferences.rating(), Math::max);
        }
        if (preferences.plays() > 0) {
            plays.merge(songId, (double) preferences.plays(), Double::sum);
        }
    }

    /** Whether a song has a star. */
    boolean isStarred(int songId) {
        return stars.containsKey(songId);
    }

    /**
     * What is to be changed so that what the login has brought is what it thinks. What was brought and taken back here by hand stays
     * taken back: it is brought once. A star that Segue has sent brings nothing.
     *
     * @param wanted what of it counts
     * @param elsewhere plays that are known from elsewhere, by song
     */
    List<Change> changes(LoginTaste wanted, List<Brought> before, Map<Integer, Double> elsewhere) {
        Map<Kind, Map<Integer, Double>> had = new HashMap<>();
        for (Brought one : before) {
            had.computeIfAbsent(one.kind(), kind -> new HashMap<>()).put(one.songId(), one.value());
        }
        Map<Integer, Double> sent = had.getOrDefault(Kind.SENT, Map.of());
        Map<Integer, Double> loves = new HashMap<>(wanted.stars() ? stars : Map.of());
        loves.keySet().removeAll(sent.keySet());
        List<Change> changes = new ArrayList<>();
        compare(Kind.STAR, had, loves, changes);
        compare(Kind.RATING, had, wanted.ratings() ? ratings : Map.of(), changes);
        compare(Kind.COUNT, had, wanted.counts() ? unknown(elsewhere) : Map.of(), changes);
        return changes;
    }

    private Map<Integer, Double> unknown(Map<Integer, Double> elsewhere) {
        Map<Integer, Double> unknown = new HashMap<>();
        plays.forEach((song, count) -> {
            double rest = count - elsewhere.getOrDefault(song, 0.0);
            if (rest > 0) {
                unknown.put(song, rest);
            }
        });
        return unknown;
    }

    private static void compare(
            Kind kind, Map<Kind, Map<Integer, Double>> had, Map<Integer, Double> now, List<Change> changes) {
        Map<Integer, Double> before = had.getOrDefault(kind, Map.of());
        before.forEach((song, value) -> {
            if (!now.containsKey(song)) {
                changes.add(new Change(song, kind, null));
            }
        });
        now.forEach((song, value) -> {
            Double former = before.get(song);
            // When a star was given says nothing new.
            if (former == null || (kind != Kind.STAR && !former.equals(value))) {
                changes.add(new Change(song, kind, value));
            }
        });
    }
}
