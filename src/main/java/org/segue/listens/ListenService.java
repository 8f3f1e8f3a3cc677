package org.segue.listens;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.segue.catalog.Catalog;
import org.segue.catalog.CatalogChanged;
import org.segue.storage.Database;

/** Takes listens from players: acknowledged when they are on disk, each of them once, in force at once. */
@Singleton
public class ListenService {

    /** So many are written in one go, with what others write meanwhile; more take turns. */
    private static final int SHORT = 100;

    private final Database database;
    private final ListenRepository listens;
    private final HeardRepository heardRepository;
    private final Catalog catalog;
    private final ListenChangeDebouncer recounting;
    private final Event<CatalogChanged> catalogChanged;
    private final Event<ListensAdded> listensAdded;
    private final MeterRegistry metrics;

    ListenService(
            Database database,
            ListenRepository listens,
            HeardRepository heardRepository,
            Catalog catalog,
            ListenChangeDebouncer recounting,
            Event<CatalogChanged> catalogChanged,
            Event<ListensAdded> listensAdded,
            MeterRegistry metrics) {
        this.database = database;
        this.listens = listens;
        this.heardRepository = heardRepository;
        this.catalog = catalog;
        this.recounting = recounting;
        this.catalogChanged = catalogChanged;
        this.listensAdded = listensAdded;
        this.metrics = metrics;
    }

    /**
     * Adds what a player reports; what is there already stays as it is. Of very many it blocks.
     *
     * @return ends when all are on disk and the next answer counts them; or with a {@link UnknownListenerException} or a
     *     {@code StorageException}, and then some of them may be there: sending all again adds the rest
     */
    public CompletableFuture<Void> add(int userId, List<ReportedListen> heard) {
        HeardNews news = new HeardNews();
        CompletableFuture<Optional<PlaysChange>> written;
        if (heard.size() <= SHORT) {
            written = database.write(connection -> heardRepository.add(connection, userId, heard.iterator(), news));
        } else {
            database.writeEach(heard, (connection, turn) -> heardRepository.add(connection, userId, turn, news));
            written = CompletableFuture.completedFuture(Optional.empty());
        }
        return written.thenAccept(change -> {
            news.made().forEach(catalog::forget);
            if (news.isAnyJoined()) {
                // Of all users, at once: who has heard either has heard the one.
                catalogChanged.fire(new CatalogChanged(true));
            }
            if (news.listener() != userId) {
                listensAdded.fire(new ListensAdded(news.listener(), null));
            }
            listensAdded.fire(new ListensAdded(userId, change.orElse(null)));
            metrics.counter("segue.listens").increment(heard.size());
            recounting.soon();
        });
    }

    /**
     * Listens of a user between two times, both left out, newest first. Blocks.
     *
     * @param oldestFirst whether the oldest of them are wanted, if there are more
     */
    public List<Listen> of(int userId, long after, long before, int count, boolean oldestFirst) {
        return database.read(connection -> listens.of(connection, userId, after, before, count, oldestFirst));
    }

    /** Number of listens of a user. Blocks. */
    public int count(int userId) {
        return database.read(connection -> listens.count(connection, userId));
    }

    /** How far a service has said that it has brought a user's history: epoch seconds, 0 if it has not. Blocks. */
    public long latestImport(int userId, String service) {
        return database.read(connection -> listens.latestImport(connection, userId, service));
    }

    /** Notes how far a service has brought a user's history; waits for the disk. */
    public void noteLatestImport(int userId, String service, long listenedAt) {
        database.writeNow(connection -> listens.noteLatestImport(connection, userId, service, listenedAt));
    }
}
