package org.segue.library;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.segue.library.LibraryConfig.Sync;
import org.segue.storage.Guarded;

/** Syncs libraries by themselves once a day, before the training of the night. Looks once a minute. */
@Singleton
class NightlySync {

    private static final LocalTime AT = LocalTime.of(2, 0);

    private final LibraryConfig config;
    private final LibraryRepository libraries;
    private final LoginRepository logins;
    private final LibrarySyncService syncs;

    NightlySync(LibraryConfig config, LibraryRepository libraries, LoginRepository logins, LibrarySyncService syncs) {
        this.config = config;
        this.libraries = libraries;
        this.logins = logins;
        this.syncs = syncs;
    }

    // Waits for a look that is at work: the database closes next.
    @PreDestroy
    synchronized void stop() {}

    @Scheduled(identity = "libraries", every = "1m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        Guarded.run(
                "Libraries could not be synced by themselves",
                () -> look(config.sync(), Clock.system(ZoneId.systemDefault())));
    }

    /** Syncs the libraries of which it is time; answers their keys. One that was never synced waits for somebody to ask. */
    synchronized List<Integer> look(Sync when, Clock clock) {
        if (when == Sync.OFF) {
            return List.of();
        }
        Instant due = lastTime(ZonedDateTime.now(clock));
        List<Integer> old = libraries.all().stream()
                .map(LibraryState::id)
                .filter(id -> syncs.last(id)
                        .filter(last -> last.createdAt().isBefore(due))
                        .isPresent())
                .filter(id -> !logins.ofLibrary(id).isEmpty())
                .toList();
        old.forEach(id -> syncs.sync(id, false));
        return old;
    }

    private static Instant lastTime(ZonedDateTime now) {
        ZonedDateTime today = now.with(AT);
        return (today.isAfter(now) ? today.minusDays(1) : today).toInstant();
    }
}
