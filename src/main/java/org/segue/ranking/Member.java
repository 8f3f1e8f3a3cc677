package org.segue.ranking;

import java.util.Map;
import org.segue.interactions.UserHistory;
import org.segue.model.Recency;

/**
 * Somebody whom an answer is for.
 *
 * @param user public id, empty for somebody who is not named
 * @param history what is known of them, seeds and what plays now included
 * @param isPlaying whether something plays now: then a session goes on, however long ago it began
 */
record Member(String user, UserHistory history, boolean isPlaying) {

    /** Somebody of whom no player says that something plays now. */
    Member(String user, UserHistory history) {
        this(user, history, false);
    }

    /** The same with another history. */
    Member with(UserHistory other) {
        return new Member(user, other, isPlaying);
    }

    /**
     * The same while something plays, which is the latest that they hear.
     *
     * @param songId database key, 0 if there is no song of it yet
     * @param began epoch seconds
     */
    Member playing(int songId, long began) {
        long latest = Math.max(began, history.latest(heard -> true));
        return new Member(user, songId == 0 ? history : history.withListens(Map.of(songId, latest)), true);
    }

    /**
     * How an answer looks at time.
     *
     * @param now epoch seconds
     */
    Timing timing(When when, Recency recency, long now) {
        return when.timing(recency, history, isPlaying ? history.latest(heard -> true) : now);
    }
}
