package org.segue.ranking;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Named;
import org.segue.catalog.User;

/**
 * Whom a question is for: nobody in particular, one user, several who want one list for all, or somebody whose history comes along.
 *
 * @param users may be unknown; none beside a history
 * @param history what somebody without an account has heard, null if the question does not tell
 */
public record Whom(List<Named<User>> users, @Nullable GivenHistory history) {

    /** Checks that it is one of these. */
    public Whom {
        users = List.copyOf(users);
        if (history != null && !users.isEmpty()) {
            throw new IllegalArgumentException("illegal users: %s, beside a history".formatted(users));
        }
    }

    /** Users of the house, or nobody. */
    public static Whom of(List<Named<User>> users) {
        return new Whom(users, null);
    }

    /** When the question is asked, epoch seconds: as it says itself, else by the clock. */
    long now() {
        Long said = history == null ? null : history.now();
        return said == null ? Instant.now().getEpochSecond() : said;
    }
}
