package org.segue.ranking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One song of an answer.
 *
 * @param rank 1 for the best
 * @param song public id
 * @param title as it was first seen
 * @param artist name, empty if none is known
 * @param artistId public id, null if no artist is known
 * @param album name, null if none is known
 * @param score the higher the better; comparable inside one answer only
 * @param reasons what of the user's, or users', own songs the score comes from, strongest first; empty if none were asked for or the
 *     strategy has none
 * @param reasonsTotal sum over all of the user's songs, not over the listed reasons alone: the score
 */
public record RecommendedSong(
        int rank,
        String song,
        String title,
        String artist,
        @Nullable String artistId,
        @Nullable String album,
        float score,
        List<Reason> reasons,
        float reasonsTotal) {

    /**
     * What one song of the user adds to a score.
     *
     * @param song public id
     * @param title as it was first seen
     * @param artist name, empty if none is known
     * @param contribution its summand of the score
     * @param user public id of the user whose song it is; empty, and left out of JSON, where the answer is for one
     */
    public record Reason(
            String song,
            String title,
            String artist,
            float contribution,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String user) {}
}
