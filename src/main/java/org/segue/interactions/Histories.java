package org.segue.interactions;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.CatalogChanged;
import org.segue.feedback.FeedbackChanged;
import org.segue.listens.HistoryChanged;
import org.segue.listens.ListensAdded;
import org.segue.listens.ListensChanged;
import org.segue.listens.Measure;
import org.segue.listens.PlaysChange;
import org.segue.storage.Database;

/**
 * Users' histories as answers need them: from memory if they were asked for lately, else from the database on a worker
 * thread. Never blocks; safe for any thread.
 */
@Singleton
public class Histories {

    /** What is kept in memory; histories share their arrays with what was heard. */
    private static final long MAX_BYTES = 64 << 20;

    /** An entry weighs something even without songs. */
    private static final int BYTES_OF_ENTRY = 256;

    private static final int BYTES_OF_SONG = 16;

    private record Key(int userId, Measure measure) {}

    private final InteractionRepository interactions;
    private final Database database;
    private final AsyncCache<Key, UserHistory> histories;

    // Shares its arrays with the histories. Apart, so that a verdict does not have a million listens read again.
    private final AsyncCache<Key, HistoryWithSkips> heard;

    @Inject
    Histories(InteractionRepository interactions, Database database) {
        this(interactions, database, MAX_BYTES);
    }

    Histories(InteractionRepository interactions, Database database, long maxBytes) {
        this.interactions = interactions;
        this.database = database;
        this.histories = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((Key key, UserHistory history) -> BYTES_OF_ENTRY
                        + BYTES_OF_SONG
                                * (history.size() + history.preferences().size()))
                .buildAsync();
        this.heard = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((Key key, HistoryWithSkips ofUser) -> BYTES_OF_ENTRY + ofUser.bytes())
                .buildAsync();
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
        if (event.isRecount()) {
            // Which songs of an artist most people play may have changed, and so which a verdict reaches.
            histories.synchronous().invalidateAll();
        } else {
            forgetAll();
        }
    }

    void forget(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) FeedbackChanged event) {
        forget(histories, event.userId());
    }

    void forget(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) HistoryChanged event) {
        change(event.userId(), event.change());
    }

    void forget(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ListensAdded event) {
        change(event.userId(), event.change());
    }

    // Verdicts on artists reach their songs: which these are may have changed, and which songs are one.
    void forget(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) CatalogChanged event) {
        forgetAll();
    }

    private void forgetAll() {
        heard.synchronous().invalidateAll();
        histories.synchronous().invalidateAll();
    }

    // What is known of a user's listens is changed in place where the change is sure, and else read again; what is
    // being read is not kept.
    private void change(int userId, @Nullable PlaysChange change) {
        for (Measure measure : Measure.values()) {
            heard.asMap()
                    .computeIfPresent(
                            new Key(userId, measure),
                            (key, read) -> measure == Measure.PLAYS && change != null ? changed(read, change) : null);
        }
        forget(histories, userId);
    }

    private static @Nullable CompletableFuture<HistoryWithSkips> changed(
            CompletableFuture<HistoryWithSkips> read, PlaysChange change) {
        return read.isDone() && !read.isCompletedExceptionally()
                ? read.join()
                        .with(change)
                        .map(CompletableFuture::completedFuture)
                        .orElse(null)
                : null;
    }

    private static void forget(AsyncCache<Key, ?> cache, int userId) {
        for (Measure measure : Measure.values()) {
            cache.synchronous().invalidate(new Key(userId, measure));
        }
    }
}
