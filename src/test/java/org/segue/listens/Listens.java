package org.segue.listens;

import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.segue.catalog.CatalogChanged;
import org.segue.catalog.Repositories;
import org.segue.catalog.SongRepository;
import org.segue.storage.Database;
import org.segue.testsupport.FiredEvents;

/** Listens in a database of a test. */
public final class Listens {

    private Listens() {}

    /** What puts those of joined songs right. */
    public static MergedListenRepository joined(Database database) {
        return new MergedListenRepository(database);
    }

    /** Deletes one for good, and tells what that changed. */
    public static HistoryChanged delete(Database database, int userId, long listenedAt, int songId) {
        Listen listen = new Listen(userId, listenedAt, songId);
        return new HistoryChanged(
                userId,
                true,
                new ListenHistoryRepository(database).delete(listen).change());
    }

    /** Adds what a player reports, and tells what that changed once it is on disk. */
    public static CompletableFuture<ListensAdded> add(Database database, int userId, List<ReportedListen> heard) {
        return add(database, userId, heard, new FiredEvents<>(event -> {}));
    }

    /** The same, and tells if two songs were found to be one. */
    public static CompletableFuture<ListensAdded> add(
            Database database, int userId, List<ReportedListen> heard, Event<CatalogChanged> catalogChanged) {
        Repositories catalog = new Repositories(database);
        HeardRepository adding = new HeardRepository(
                database,
                catalog.recordings(),
                catalog.users(),
                new ClientRepository(),
                new ListenRepository(catalog.songs()));
        HeardNews news = new HeardNews();
        return database.write(connection -> adding.add(connection, userId, heard.iterator(), news))
                .thenApply(change -> {
                    if (news.isAnyJoined()) {
                        catalogChanged.fire(new CatalogChanged(true));
                    }
                    return new ListensAdded(news.listener(), change.orElse(null));
                });
    }

    /** Makes a song of its own of one that was joined to another, and tells so. */
    public static boolean separate(
            Database database,
            String publicId,
            Event<CatalogChanged> catalogChanged,
            Event<ListensChanged> listensChanged) {
        return new SongSeparation(new Repositories(database).merges(), joined(database), catalogChanged, listensChanged)
                .separate(publicId);
    }

    /** How many a user has. */
    public static int count(Database database, int userId) {
        return new ListenHistoryRepository(database).summary(userId).listens();
    }

    /** Those that may be of several songs of one name. */
    public static NamesakeRepository namesakes(Database database, SongRepository songs) {
        return new NamesakeRepository(database, songs);
    }
}
