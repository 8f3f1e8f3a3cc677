package org.segue.interactions;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.concurrent.CompletableFuture;
import org.segue.catalog.CatalogChanged;
import org.segue.feedback.FeedbackChanged;
import org.segue.listens.HistoryChanged;
import org.segue.listens.ListensAdded;
import org.segue.listens.ListensChanged;
import org.segue.listens.Measure;
import org.segue.storage.Database;

/**
 * Users' histories as answers need them: from memory if they were asked for lately, else from the database on a worker
 * thread. Never blocks; safe for any thread.
 */
@Singleton
public class Histories {

    /** Cells that are kept in memory: at sixteen bytes each, 64 MB. */
    private static final long MOST_CELLS = 4_000_000;

    /** An entry weighs something even without cells. */
    private static final int ENTRY = 16;

    private record Key(int userId, Measure measure) {}

    private final InteractionRepository interactions;
    private final Database database;
    private final AsyncCache<Key, UserHistory> cache = Caffeine.newBuilder()
            .maximumWeight(MOST_CELLS)
            .weigher((Key key, UserHistory history) ->
                    ENTRY + history.size() + history.opinions().size())
            .buildAsync();

    Histories(InteractionRepository interactions, Database database) {
        this.interactions = interactions;
        this.database = database;
    }

    /** What is known of a user now. */
    public CompletableFuture<UserHistory> of(int userId, Measure measure) {
        return cache.get(
                new Key(userId, measure),
                (key, ignored) ->
                        CompletableFuture.supplyAsync(() -> interactions.history(userId, measure), database.workers()));
    }

    // Before the observers that ask for histories again. A history that is being read is not kept either.
    void forget(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ListensChanged event) {
        cache.synchronous().invalidateAll();
    }

    void forget(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) FeedbackChanged event) {
        forget(event.userId());
    }

    void forget(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) HistoryChanged event) {
        forget(event.userId());
    }

    void forget(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ListensAdded event) {
        forget(event.userId());
    }

    private void forget(int userId) {
        for (Measure measure : Measure.values()) {
            cache.synchronous().invalidate(new Key(userId, measure));
        }
    }

    // Verdicts on artists reach their songs: which these are may have changed.
    void forget(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) CatalogChanged event) {
        cache.synchronous().invalidateAll();
    }
}
