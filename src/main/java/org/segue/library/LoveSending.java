package org.segue.library;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.segue.feedback.FeedbackChanged;
import org.segue.storage.Guarded;

/**
 * Sends a listener's loves to the servers seconds after the latest of them, off the way of whoever made it. While a library is synced its loves
 * wait: the sync sends them.
 */
@Singleton
class LoveSending {

    /** So long nothing more is said before it is sent: who changes their mind sends nothing. */
    private static final Duration QUIET = Duration.ofSeconds(3);

    private final LibraryRepository libraries;
    private final LoginRepository logins;
    private final LibrarySyncService syncs;
    private final SyncLoves loves;
    private final Map<Integer, Long> changedAt = new ConcurrentHashMap<>();

    LoveSending(LibraryRepository libraries, LoginRepository logins, LibrarySyncService syncs, SyncLoves loves) {
        this.libraries = libraries;
        this.logins = logins;
        this.syncs = syncs;
        this.loves = loves;
    }

    void changed(@Observes FeedbackChanged event) {
        changedAt.put(event.userId(), System.nanoTime());
    }

    // Waits for a look that is at work: the database closes next.
    @PreDestroy
    synchronized void stop() {}

    @Scheduled(identity = "loves", every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        Guarded.run("Loves could not be sent to libraries; the next sync sends them", () -> look(System.nanoTime()));
    }

    /** Sends those of listeners who have said nothing more for a while. */
    synchronized void look(long nanoTime) {
        List<Integer> quiet = new ArrayList<>();
        changedAt.forEach((user, at) -> {
            if (nanoTime - at >= QUIET.toNanos() && changedAt.remove(user, at)) {
                quiet.add(user);
            }
        });
        quiet.forEach(user -> logins.ofUser(user).forEach(this::send));
    }

    private void send(LibraryLogin login) {
        boolean isSynced = syncs.underWay().stream().anyMatch(sync -> sync.library() == login.libraryId());
        if (!isSynced) {
            libraries.keys(login.libraryId()).ifPresent(keys -> loves.sendSoon(keys, login));
        }
    }
}
