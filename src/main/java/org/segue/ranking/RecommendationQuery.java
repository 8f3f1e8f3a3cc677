package org.segue.ranking;

import java.util.Set;

/**
 * A question for songs, in public ids.
 *
 * @param user public id of the user; may be unknown
 * @param n how many songs, 1 to 500
 * @param excludeHeard whether songs that the user has heard are left out
 * @param excludedSongs public ids of songs that must not be in the answer
 * @param excludedArtists public ids of artists whose songs must not be in the answer
 * @param explain whether reasons are wanted
 */
public record RecommendationQuery(
        String user,
        int n,
        boolean excludeHeard,
        Set<String> excludedSongs,
        Set<String> excludedArtists,
        boolean explain) {

    /** The {@code n} best songs that the user has not heard, with reasons. */
    public static RecommendationQuery forUser(String user, int n) {
        return new RecommendationQuery(user, n, true, Set.of(), Set.of(), true);
    }
}
