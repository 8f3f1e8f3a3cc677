package org.segue.library.push;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.text.Sentence;

/**
 * What has become of a list on a server.
 *
 * @param list word of a generated list's kind, or id of a kept list
 * @param enabled whether it is sent
 * @param externalId the server's id of it, null until it was made there
 * @param content what was sent last, as a hash; until it was made, what tries to make it were to send; null if there was nothing
 * @param outcome what the latest try came to
 */
record PushedList(
        String list,
        boolean enabled,
        @Nullable String externalId,
        @Nullable String content,
        Outcome outcome) {

    /** A list of every day, made in vain for more than a week, is not looked for any more. */
    private static final int MAX_TRIES = 10;

    /**
     * What a try to send came to.
     *
     * @param state null if none was made
     * @param message what is to be said of it, null if nothing is
     * @param at when it was sent last, null if it never was
     */
    record Outcome(
            @Nullable PushState state,
            @Nullable Sentence message,
            @Nullable Instant at) {

        static final Outcome NONE = new Outcome(null, null, null);
    }

    /** One that was never sent. */
    static PushedList never(String list, boolean enabled) {
        return new PushedList(list, enabled, null, null, Outcome.NONE);
    }

    /** Switched on or off; on again means that it may be made anew. */
    PushedList switched(boolean on) {
        boolean isAnew = on && (!enabled || outcome.state() == PushState.DELETED);
        return isAnew
                ? new PushedList(list, true, null, null, new Outcome(null, null, outcome.at()))
                : new PushedList(list, on, externalId, content, outcome);
    }

    /** About to be made: whether the server made it is not known until it has answered. */
    PushedList begun(String hash) {
        List<String> tries = new ArrayList<>(tries());
        if (!tries.contains(hash)) {
            tries.add(hash);
        }
        List<String> latest = tries.subList(Math.max(0, tries.size() - MAX_TRIES), tries.size());
        return new PushedList(list, enabled, null, String.join(" ", latest), outcome);
    }

    /** What tries to make it were to send, of one that was not made as far as is known. */
    List<String> tries() {
        return externalId != null || content == null ? List.of() : List.of(content.split(" ", -1));
    }

    /** Made or replaced under an id. */
    PushedList sent(String id, String hash, @Nullable Sentence message, Instant now) {
        return new PushedList(list, enabled, id, hash, new Outcome(PushState.SENT, message, now));
    }

    /** Not sent, and why. */
    PushedList not(PushState state, Sentence message) {
        return new PushedList(list, enabled, externalId, content, new Outcome(state, message, outcome.at()));
    }

    /** No longer on the server. */
    PushedList takenAway() {
        return new PushedList(list, enabled, null, null, new Outcome(null, null, outcome.at()));
    }
}
