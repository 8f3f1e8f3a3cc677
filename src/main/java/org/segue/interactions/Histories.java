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
    private static final long MAX_CELLS = 4_000_000;

    /** An entry weighs something even without cells. */
    private static final int ENTRY = 16;

    private record Key(int userId, Measure measure) {}

    private final InteractionRepository interactions;
    private final Database database;
    private final AsyncCache<Key, UserHistory> histories = Caffeine.newBuilder()
            .maximumWeight(MAX_CELLS)
            .weigher((Key key, UserHistory history) ->
                    ENTRY + history.size() + history.preferences().size())
            .buildAsync();

    // Shares its arrays with the histories. Apart, so that a verdict does not have a million listens read again.
    private final AsyncCache<Key, HistoryWithSkips> heard = Caffeine.newBuilder()
            .maximumWeight(MAX_CELLS)
            .weigher((Key key, HistoryWithSkips ofUser) -> ENTRY + ofUser.size())
            .buildAsync();

    Histories(InteractionRepository interactions, Database database) {
        this.interactions = interactions;
        this.database = database;
    }

    /** What is known of a user now. */
    public CompletableFuture<UserHistory> of(int userId, Measure measure) {
        return histories.get(
                new Key(userId, measure),
                (key, ignored) -> heard(key).thenApplyAsync(interactions::complete, database.workers()));
    }

    private CompletableFuture<HistoryWithSkips> heard(Key user) {
        return heard.get(
                user,
                (key, ignored) -> CompletableFuture.supplyAsync(
                        () -> interactions.heard(key.userId(), key.measure()), database.workers()));
    }

    // Before the observers that ask for histories again. One that is being read is not kept either. What was heard is
    // forgotten first: a history made of it in between would stay.
    void forget(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ListensChanged event) {
        forgetAll();
    }

    void forget(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) FeedbackChanged event) {
        forget(histories, event.userId());
    }

    void forget(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) HistoryChanged event) {
        forget(event.userId());
    }

    void forget(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ListensAdded event) {
        forget(event.userId());
    }

    // Verdicts on artists reach their songs: which these are may have changed, and which songs are one.
    void forget(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) CatalogChanged event) {
        forgetAll();
    }

    private void forgetAll() {
        heard.synchronous().invalidateAll();
        histories.synchronous().invalidateAll();
    }

    private void forget(int userId) {
        forget(heard, userId);
        forget(histories, userId);
    }

    private static void forget(AsyncCache<Key, ?> cache, int userId) {
        for (Measure measure : Measure.values()) {
            cache.synchronous().invalidate(new Key(userId, measure));
        }
    }
}
