package org.segue.playlists;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.User;
import org.segue.catalog.UserRepository;
import org.segue.model.ModelManifest;
import org.segue.ranking.Snapshots;

/**
 * Makes everybody's lists when a day begins, and deletes those that are kept no longer. Looks once a minute, in a thread of its
 * own; what it has to do, it does once a day, and once more when another model answers: there may have been none before, or
 * one that did not know everybody.
 */
@Singleton
public class PlaylistSchedule {

    private static final Logger LOG = Logger.getLogger(PlaylistSchedule.class);

    private static final int USERS_A_TURN = 100;

    private final PlaylistGeneration generation;
    private final PlaylistRepository playlists;
    private final UserRepository users;
    private final Snapshots snapshots;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread created = new Thread(task, "segue-playlists");
        created.setDaemon(true);
        return created;
    });

    private @Nullable Future<?> looks;
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

    void start(@Observes StartupEvent event) {
        looks = thread.scheduleWithFixedDelay(this::lookAgain, 1, 1, TimeUnit.MINUTES);
    }

    // What is at work comes to a good end: the database closes next.
    @PreDestroy
    void stop() throws InterruptedException {
        if (looks != null) {
            looks.cancel(false);
        }
        thread.shutdown();
        thread.awaitTermination(5, TimeUnit.SECONDS);
    }

    // What a scheduled task throws would end the schedule.
    private void lookAgain() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.error("Lists could not be made; the next minute tries again", e);
        }
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
        while (!some.isEmpty() && !thread.isShutdown()) {
            for (User user : some) {
                generation.makeMissing(user, today, clock.instant().truncatedTo(ChronoUnit.SECONDS));
            }
            offset += some.size();
            some = users.search("", offset, USERS_A_TURN);
        }
    }
}
