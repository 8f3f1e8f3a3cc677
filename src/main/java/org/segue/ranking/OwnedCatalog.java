package org.segue.ranking;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.segue.catalog.CatalogChanged;
import org.segue.catalog.Named;
import org.segue.catalog.OwnedSongRepository;
import org.segue.catalog.OwnedSongsChanged;
import org.segue.catalog.User;
import org.segue.catalog.UserForgotten;

/**
 * What users own, from memory if it was asked for since it changed, else from the database on a worker thread. Never blocks; safe for any thread.
 */
@Singleton
class OwnedCatalog {

    private static final int ANYBODY = 0;

    private final OwnedSongRepository songs;

    // Swapped whole: what was being read when it changed stays with those who asked before.
    private volatile Map<Integer, CompletableFuture<OwnedRecordings>> known = new ConcurrentHashMap<>();

    OwnedCatalog(OwnedSongRepository songs) {
        this.songs = songs;
    }

    /** What each of some users owns; if nobody is named, what anybody owns. */
    CompletableFuture<List<OwnedRecordings>> of(List<Named<User>> users) {
        List<CompletableFuture<OwnedRecordings>> each = users.isEmpty()
                ? List.of(of(ANYBODY))
                : users.stream()
                        .flatMap(user -> Stream.ofNullable(user.found()))
                        .map(user -> of(user.id()))
                        .toList();
        return CompletableFuture.allOf(each.toArray(CompletableFuture[]::new))
                .thenApply(done -> each.stream().map(CompletableFuture::join).toList());
    }

    private CompletableFuture<OwnedRecordings> of(int userId) {
        Map<Integer, CompletableFuture<OwnedRecordings>> now = known;
        CompletableFuture<OwnedRecordings> found = now.get(userId);
        return found != null && !found.isCompletedExceptionally() ? found : read(userId, now);
    }

    private CompletableFuture<OwnedRecordings> read(int userId, Map<Integer, CompletableFuture<OwnedRecordings>> into) {
        CompletableFuture<OwnedRecordings> read =
                (userId == ANYBODY ? songs.readAll() : songs.read(userId)).thenApply(OwnedRecordings::new);
        into.put(userId, read);
        return read;
    }

    // Before the observers that ask again.
    void forget(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) OwnedSongsChanged event) {
        known = new ConcurrentHashMap<>();
    }

    // Songs or users may have become one.
    void forget(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) CatalogChanged event) {
        known = new ConcurrentHashMap<>();
    }

    void forget(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) UserForgotten event) {
        known = new ConcurrentHashMap<>();
    }
}
