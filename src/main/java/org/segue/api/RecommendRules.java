package org.segue.api;

import org.segue.api.RecommendRequest.Mode;

/** Which fields of a question for songs go with which others. */
final class RecommendRules {

    private RecommendRules() {}

    /**
     * Checks a question.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem if fields contradict each other; it names one
     */
    static void check(RecommendRequest request) {
        if (request.history() != null && (request.user() != null || request.users() != null)) {
            throw Problems.outOfRange(
                    "history", "history stands in the place of user and users: give one or the other.");
        }
        if (request.now() != null && request.history() == null) {
            throw Problems.outOfRange("now", "now goes with history.");
        }
        if (request.user() != null && request.users() != null) {
            throw Problems.outOfRange("users", "users stand in the place of user: give one or the other.");
        }
        if (request.continued() != null && request.users() != null) {
            throw Problems.outOfRange("continue", "continue goes with user or seeds, not with users.");
        }
        boolean goesOn = request.continued() != null && request.continued().cursor() != null;
        boolean isFromSongs = request.history() != null
                || (request.seeds() != null && !request.seeds().isEmpty());
        if (request.user() == null && request.users() == null && !goesOn && !isFromSongs) {
            throw Problems.outOfRange(
                    "user",
                    "user, users, history or seeds must be given: a public id like \"anna\", several, what was heard, or songs to start"
                            + " from.");
        }
        if (request.users() != null && request.mode() == Mode.REDISCOVER) {
            throw Problems.outOfRange(
                    "mode", "mode must be discover with users: what one has heard long ago is new to another.");
        }
        RequestedTime.of(request.when(), request.halfLife());
    }
}
