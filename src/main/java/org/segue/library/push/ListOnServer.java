package org.segue.library.push;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.segue.text.Sentence;

/**
 * A listener's list and how it stands on a server, for people.
 *
 * @param list word of a generated list's kind, or id of a kept list
 * @param name what it is called there
 * @param enabled whether it is sent
 * @param state how the latest try ended, null if there was none
 * @param message what is to be said of it; null if nothing is
 * @param sentAt when it was sent last, null if it never was
 */
public record ListOnServer(
        String list,
        String name,
        boolean enabled,
        @Nullable PushState state,
        @Nullable Sentence message,
        @Nullable Instant sentAt) {

    static ListOnServer of(SendableList list, PushedList pushed) {
        PushedList.Outcome outcome = pushed.outcome();
        return new ListOnServer(
                list.key(), list.name(), pushed.enabled(), outcome.state(), outcome.message(), outcome.at());
    }
}
