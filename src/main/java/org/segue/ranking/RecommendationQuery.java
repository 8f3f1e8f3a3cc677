package org.segue.ranking;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question for songs, in public ids.
 *
 * @param user public id of the user, may be unknown; empty for somebody who is not named, and where there are {@code users}
 * @param users public ids of those whose common list is asked for, may be unknown; empty if it is for one
 * @param seeds songs to start from, beside what is known of the user; among {@code users} they count like one more
 * @param n how many songs, 1 to 500
 * @param mode new songs, or known ones again
 * @param filter which songs may be in the answer, and what it is made of
 * @param variety how far it may stray from the plain ranking
 * @param explain whether reasons are wanted
 */
public record RecommendationQuery(
        String user,
        List<String> users,
        List<Seed> seeds,
        int n,
        Mode mode,
        Filter filter,
        DiversityReranker variety,
        boolean explain) {

    /** Checks that a blend is one of new songs. */
    public RecommendationQuery {
        if (!users.isEmpty() && (!user.isEmpty() || mode == Mode.REDISCOVER)) {
            throw new IllegalArgumentException(
                    "illegal users: %s, neither beside a user nor to rediscover".formatted(users));
        }
    }

    /** Which songs are looked for. */
    public enum Mode {
        /** Songs for the user, heard ones only if the filter lets them in. */
        DISCOVER,
        /** Songs that the user has heard, but not for long, and does not dislike. */
        REDISCOVER
    }

    /**
     * A song to start from.
     *
     * @param song public id, may be unknown
     * @param weight positive; 1 counts like a loved song
     */
    public record Seed(String song, float weight) {}

    /**
     * Which songs may be in an answer.
     *
     * @param excludeHeard whether songs that the user, or any of the users, knows are left out
     * @param heardWithinDays leaves out songs heard so few days ago; 0 for none. Songs of which no time is known count as
     *     heard long ago
     * @param excludedSongs public ids of songs that must not be in the answer
     * @param excludedArtists public ids of artists whose songs must not be in the answer
     * @param influence public ids of songs that the answer must not be made from
     * @param includedSongs public ids of the only songs that may be in the answer, null for all
     * @param maxPerArtist the most songs of one artist; 0 for any number
     */
    public record Filter(
            boolean excludeHeard,
            int heardWithinDays,
            Set<String> excludedSongs,
            Set<String> excludedArtists,
            Set<String> influence,
            @Nullable Set<String> includedSongs,
            int maxPerArtist) {

        /** Everything but what the user knows. */
        public static final Filter UNHEARD = new Filter(true, 0, Set.of(), Set.of(), Set.of(), null, 0);
    }

    /** Whether a common list of several users is asked for. */
    boolean isBlend() {
        return !users.isEmpty();
    }

    /** Public ids of all users whom it names, as asked. */
    public List<String> named() {
        return user.isEmpty() ? users : List.of(user);
    }

    /** The {@code n} best songs that the user has not heard, with reasons. */
    public static RecommendationQuery forUser(String user, int n) {
        return new RecommendationQuery(
                user, List.of(), List.of(), n, Mode.DISCOVER, Filter.UNHEARD, DiversityReranker.NONE, true);
    }
}
