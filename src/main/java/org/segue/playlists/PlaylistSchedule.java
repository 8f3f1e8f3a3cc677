package org.segue.playlists;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.User;
import org.segue.catalog.UserRepository;
import org.segue.model.ModelManifest;
import org.segue.ranking.Snapshots;
import org.segue.storage.Guarded;

/**
 * Makes everybody's playlists when a day begins, and deletes those that are no longer kept. Looks once a minute; works once a
 * day, and again when another model becomes active: before, there may have been no model, or one without some of the users.
 */
@Singleton
class PlaylistSchedule {

    private static final int USERS_A_TURN = 100;

    private final PlaylistGeneration generation;
    private final PlaylistRepository playlists;
    private final UserRepository users;
    private final Snapshots snapshots;
    private final Clock clock;
    private volatile boolean stopping;
    private @Nullable Done done;

    PlaylistSchedule(
            PlaylistGeneration generation,
            PlaylistRepository playlists,
            UserRepository users,
            Snapshots snapshots,
            Clock clock) {
        this.generation = generation;
        this.playlists = playlists;
        this.users = users;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** What was done last: the lists of a day by a model. */
    private record Done(LocalDate day, String model) {}

    // What is at work comes to a good end: the database closes next.
    @PreDestroy
    void stop() {
        stopping = true;
        awaitLook();
    }

    // Returns when no look is at work.
    private synchronized void awaitLook() {}

    @Scheduled(identity = "playlists", every = "1m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void lookAgain() {
        Guarded.run("Lists could not be made; the next minute tries again", this::look);
    }

    /** Makes what is missing today, if that is not done yet; tells whether there was anything to do. */
    synchronized boolean look() {
        ModelManifest model = snapshots.state().model();
        LocalDate today = LocalDate.now(clock);
        if (model == null || new Done(today, String.valueOf(model.version())).equals(done)) {
            return false;
        }
        for (PlaylistKind kind : PlaylistKind.values()) {
            playlists.deleteBefore(kind, kind.oldestKept(today));
        }
        makeMissing(today);
        done = new Done(today, String.valueOf(model.version()));
        return true;
    }

    private void makeMissing(LocalDate today) {
        int offset = 0;
        List<User> some = users.search("", offset, USERS_A_TURN);
        while (!some.isEmpty() && !stopping) {
            for (User user : some) {
                if (!stopping) {
                    generation.makeMissing(user, today, clock.instant().truncatedTo(ChronoUnit.SECONDS));
                }
            }
            offset += some.size();
            some = users.search("", offset, USERS_A_TURN);
        }
    }
}
