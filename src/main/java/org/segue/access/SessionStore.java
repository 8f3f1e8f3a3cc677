package org.segue.access;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.segue.access.TokenRepository.StoredSession;
import org.segue.storage.Guarded;
import org.segue.storage.StorageException;

/**
 * Sessions of browsers. They are stored in the database; what a full or read-only disk does not take is kept in memory, and
 * stored when it does: nobody is shut out meanwhile, and who signs out is signed out. Its methods block.
 */
@Singleton
class SessionStore {

    private static final Logger LOG = Logger.getLogger(SessionStore.class);
    private static final int MAX_SESSIONS = 100;

    private final TokenRepository repository;
    private final List<StoredSession> unstored = new ArrayList<>();
    private final List<TokenHash> undeleted = new ArrayList<>();

    SessionStore(TokenRepository repository) {
        this.repository = repository;
    }

    /** All that have not been ended, stored or not. */
    synchronized List<StoredSession> all() {
        return Stream.concat(repository.sessions().stream(), unstored.stream())
                .filter(session -> undeleted.stream().noneMatch(session.hash()::matches))
                .toList();
    }

    /** Keeps one; those that have ended, and the oldest beyond a number, go. */
    synchronized void add(StoredSession session) {
        try {
            repository.add(session, MAX_SESSIONS);
        } catch (StorageException e) {
            LOG.warnf(
                    "A session is kept in memory, and ends with Segue unless the disk takes it before: %s",
                    e.getMessage());
            unstored.add(session);
            if (unstored.size() > MAX_SESSIONS) {
                unstored.remove(0);
            }
        }
    }

    /** Ends one, if there is one. */
    synchronized void end(TokenHash hash) {
        unstored.removeIf(session -> session.hash().matches(hash));
        try {
            repository.delete(hash);
        } catch (StorageException e) {
            LOG.warnf("The end of a session is kept in memory until the disk takes it: %s", e.getMessage());
            undeleted.add(hash);
            if (undeleted.size() > MAX_SESSIONS) {
                undeleted.remove(0);
            }
        }
    }

    @Scheduled(identity = "sessions", every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void storeLater() {
        Guarded.run("Sessions could not be stored", this::storeRest);
    }

    private synchronized void storeRest() {
        try {
            while (!undeleted.isEmpty()) {
                repository.delete(undeleted.get(0));
                undeleted.remove(0);
            }
            while (!unstored.isEmpty()) {
                repository.add(unstored.get(0), MAX_SESSIONS);
                unstored.remove(0);
            }
        } catch (StorageException e) {
            LOG.debug("The disk does not take sessions yet");
        }
    }
}
