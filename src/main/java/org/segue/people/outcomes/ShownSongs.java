package org.segue.people.outcomes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.segue.catalog.SongsShown;
import org.segue.storage.Database;
import org.segue.storage.Guarded;
import org.segue.storage.StorageException;

/**
 * Takes down which songs were shown to whom. Who shows them never waits: what comes is put in line, and written a few seconds later,
 * or when the service stops. A replica, whose database is another's, writes nothing.
 */
@Singleton
class ShownSongs {

    /** How long a song that was shown is kept. */
    static final Duration KEPT = Duration.ofDays(400);

    private static final Logger LOG = Logger.getLogger(ShownSongs.class);

    private static final String NOT_WRITTEN = "Which songs were shown could not be written";

    /** Lists in line; what comes when it is full is not taken down. */
    private static final int MAX_LISTS = 2000;

    /** With so many in line it is written at once. */
    private static final int MANY = 200;

    private final ShownSongRepository repository;
    private final Database database;
    private final Clock clock;
    private final boolean isReplica;
    private final BlockingQueue<SongsShown> line = new ArrayBlockingQueue<>(MAX_LISTS);
    private final AtomicInteger dropped = new AtomicInteger();

    ShownSongs(
            ShownSongRepository repository,
            Database database,
            Clock clock,
            @ConfigProperty(name = "segue.replica.enabled", defaultValue = "false") boolean isReplica) {
        this.repository = repository;
        this.database = database;
        this.clock = clock;
        this.isReplica = isReplica;
    }

    // Never blocks: who answers a listener says it.
    void shown(@Observes SongsShown songs) {
        if (isReplica) {
            return;
        }
        if (!line.offer(songs)) {
            dropped.incrementAndGet();
        } else if (line.size() == MANY) {
            database.later(NOT_WRITTEN, this::write);
        }
    }

    @Scheduled(identity = "shown-songs", every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void writeSome() {
        Guarded.run(NOT_WRITTEN, this::write);
    }

    @Scheduled(
            identity = "old-shown-songs",
            every = "24h",
            delayed = "10m",
            concurrentExecution = ConcurrentExecution.SKIP)
    void forgetOld() {
        Guarded.run("Songs that were shown long ago could not be deleted; tomorrow tries again", this::deleteOld);
    }

    // Before the database closes.
    void stop(@Observes ShutdownEvent event) {
        Guarded.run(NOT_WRITTEN, this::write);
    }

    /** Writes what is in line; waits for the disk. */
    synchronized void write() {
        List<SongsShown> batch = new ArrayList<>();
        line.drainTo(batch);
        int lost = dropped.getAndSet(0);
        if (lost > 0) {
            LOG.warnf("Too many lists were shown at a time: %d were not counted", lost);
        }
        try {
            repository.add(batch);
        } catch (StorageException e) {
            // Another time, as far as there is room: what was written already is not written twice.
            batch.forEach(line::offer);
            throw e;
        }
    }

    /** Deletes what is kept no longer; waits for the disk. */
    void deleteOld() {
        if (isReplica) {
            return;
        }
        int rows;
        do {
            rows = repository.deleteBefore(clock.instant().minus(KEPT));
        } while (rows > 0);
    }
}
