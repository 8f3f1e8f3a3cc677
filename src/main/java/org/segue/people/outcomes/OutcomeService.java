package org.segue.people.outcomes;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.segue.listens.PlayLog;
import org.segue.listens.PlayLogRepository;

/** Tells what recommendations became. Its methods block: O(plays of the listener). */
@Singleton
public class OutcomeService {

    private final ShownSongRepository shown;
    private final PlayLogRepository logs;
    private final Clock clock;

    OutcomeService(ShownSongRepository shown, PlayLogRepository logs, Clock clock) {
        this.shown = shown;
        this.logs = logs;
        this.clock = clock;
    }

    /** What recommendations to a listener, by database key, became. */
    public Outcomes of(int userId) {
        return of(userId, logs.of(userId));
    }

    /** The same with the listener's plays, where they have been read already. */
    public Outcomes of(int userId, PlayLog log) {
        Instant now = clock.instant();
        return Outcomes.of(shown.of(userId, now.minus(ShownSongs.KEPT)), log, now);
    }
}
