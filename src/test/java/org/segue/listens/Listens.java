package org.segue.listens;

import org.segue.catalog.SongRepository;
import org.segue.storage.Database;

/** Listens in a database of a test. */
public final class Listens {

    private Listens() {}

    /** What puts those of joined songs right. */
    public static MergedListenRepository joined(Database database) {
        return new MergedListenRepository(database);
    }

    /** Deletes one for good. */
    public static void delete(Database database, int userId, long listenedAt, int songId) {
        new ListenHistoryRepository(database).delete(new Listen(userId, listenedAt, songId));
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
