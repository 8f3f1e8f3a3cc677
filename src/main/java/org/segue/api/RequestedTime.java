package org.segue.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.segue.ranking.When;

/** Reads which listens of a user are to count before others. */
final class RequestedTime {

    private RequestedTime() {}

    /** Which listens count before others. */
    public enum Moment {
        /** Those of the session that goes on. */
        @JsonProperty("now")
        NOW(When.Kind.NOW),
        /** Those of some weeks. */
        @JsonProperty("lately")
        LATELY(When.Kind.LATELY),
        /** All alike. */
        @JsonProperty("always")
        ALWAYS(When.Kind.ALWAYS);

        private final When.Kind kind;

        Moment(When.Kind kind) {
            this.kind = kind;
        }
    }

    /**
     * What was asked for; the model decides if nothing was.
     *
     * @param halfLife as ISO 8601 has it
     * @throws io.quarkiverse.resteasy.problem.HttpProblem if both are given, or the half-life is not one
     */
    static When of(@Nullable Moment moment, @Nullable String halfLife) {
        if (halfLife == null) {
            return moment == null ? When.BY_MODEL : When.of(moment.kind);
        }
        if (moment != null) {
            throw Problems.outOfRange("halfLife", "halfLife stands in the place of when: give one or the other.");
        }
        return When.ofHalfLife(halfLife)
                .orElseThrow(() ->
                        Problems.outOfRange("halfLife", "halfLife must be a time from PT5M to P3650D, like \"PT6H\"."));
    }
}
