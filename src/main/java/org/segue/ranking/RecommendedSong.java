package org.segue.ranking;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Song;

/**
 * One song of an answer.
 *
 * @param rank 1 for the best
 * @param song the song; its key is not in JSON
 * @param score the higher the better; comparable inside one answer only
 * @param reasons what of the user's, or users', own songs the score comes from, strongest first; empty if none were asked for or the
 *     strategy has none
 * @param reasonsTotal sum over all of the user's songs, not over the listed reasons alone: the score
 * @param untried whether the model has no embedding of its own of it, and it stands for its album or artist; left out of JSON if not
 * @param why it is there where too little is known for a ranking; left out of JSON elsewhere
 * @param owned whether any of those whom the answer is for owns it, or anybody if it is for nobody; left out of JSON where no library says so
 */
public record RecommendedSong(
        int rank,
        @JsonUnwrapped Song song,
        float score,
        List<Reason> reasons,
        float reasonsTotal,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean untried,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Why why,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean owned) {

    /** Why a song is in an answer that is no ranking. */
    public enum Why {
        /** The user plays its artist. */
        @JsonProperty("artist")
        ARTIST,
        /** Most people play it. */
        @JsonProperty("popular")
        POPULAR,
        /** The user has played it, but not for long. */
        @JsonProperty("rediscover")
        REDISCOVER
    }

    /** A song that the model has an embedding of. */
    public RecommendedSong(int rank, Song song, float score, List<Reason> reasons, float reasonsTotal) {
        this(rank, song, score, reasons, reasonsTotal, false, null, null);
    }

    /**
     * What one song of the user adds to a score.
     *
     * @param song public id
     * @param title as it was first seen
     * @param artist name, empty if none is known
     * @param contribution its summand of the score
     * @param user public id of the user whose song it is; empty, and left out of JSON, where the answer is for one
     * @param neighbor the part of the contribution that is there because the two songs are often heard together, or one after the other; left
     *     out of JSON where there is none
     */
    public record Reason(
            String song,
            String title,
            String artist,
            float contribution,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String user,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) float neighbor) {

        /** A reason without neighbors. */
        public Reason(String song, String title, String artist, float contribution, String user) {
            this(song, title, artist, contribution, user, 0);
        }
    }
}
