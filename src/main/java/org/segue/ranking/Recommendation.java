package org.segue.ranking;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.text.Sentence;

/**
 * An answer: ranked songs, in words and public ids.
 *
 * @param user whom it is for, as asked; empty, and left out of JSON, if nobody was named or several were
 * @param users whom it is for, as asked; empty, and left out of JSON, if it is not for several
 * @param strategy how it came about
 * @param model version of the model behind it, null when there was none
 * @param items best first
 * @param warnings sentences about what a reader would not expect
 * @param beside what else is said of them
 */
public record Recommendation(
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String user,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> users,
        Strategy strategy,
        @Nullable String model,
        List<RecommendedSong> items,
        List<Sentence> warnings,
        @JsonUnwrapped Beside beside) {

    /**
     * What is said beside the songs.
     *
     * @param next cursor of the songs after these, of a radio; left out where the list ends
     * @param halfLife after which time a song of the user counted half, as ISO 8601 has it; left out where all listens counted alike
     * @param rediscover where too little is known for new songs: songs that the user plays often, but has not played for long; left out
     *     elsewhere
     */
    public record Beside(
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String next,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String halfLife,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RecommendedSong> rediscover) {

        private static final Beside NOTHING = new Beside("", null, List.of());
    }

    /** One for which all listens counted alike. */
    public Recommendation(
            String user,
            List<String> users,
            Strategy strategy,
            @Nullable String model,
            List<RecommendedSong> items,
            List<Sentence> warnings) {
        this(user, users, strategy, model, items, warnings, Beside.NOTHING);
    }

    /** The same of a list that goes on; empty if it does not. */
    Recommendation withNext(String cursor) {
        Beside other = new Beside(cursor, beside.halfLife, beside.rediscover);
        return new Recommendation(user, users, strategy, model, items, warnings, other);
    }
}
