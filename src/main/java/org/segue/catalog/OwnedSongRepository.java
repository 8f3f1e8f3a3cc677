package org.segue.catalog;

import jakarta.inject.Singleton;
import java.util.BitSet;
import java.util.concurrent.CompletableFuture;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** Finds what is owned in the tables of libraries. Methods block, unless they return a future. */
@Singleton
public class OwnedSongRepository {

    private static final String SONGS =
            "SELECT DISTINCT COALESCE(s.merged_into, s.id) FROM library_song l JOIN song s ON s.id = l.song_id";

    // A user's own, and those of former selves.
    private static final String SELVES = " IN (SELECT id FROM user WHERE id = ?1 OR merged_into = ?1)";

    // Where logins see different parts, each has rows of what it sees.
    private static final String SEEN = " JOIN library_login a ON a.library_id = l.library_id WHERE a.user_id" + SELVES
            + " AND (a.partial = 0 OR EXISTS"
            + " (SELECT 1 FROM library_login_song v WHERE v.login_id = a.id AND v.external_id = l.external_id))";

    // Before the first sync nothing is known of a library.
    private static final String IS_KNOWN = "SELECT EXISTS (SELECT 1 FROM library b WHERE b.synced_at IS NOT NULL%s)";

    private static final String OF_USER =
            " AND EXISTS (SELECT 1 FROM library_login a WHERE a.library_id = b.id AND a.user_id" + SELVES + ")";

    private final Database database;

    OwnedSongRepository(Database database) {
        this.database = database;
    }

    /** What a user owns: all songs of the libraries that the user signs in to. */
    public OwnedSongs of(int userId) {
        return database.read(connection -> {
            boolean isKnown = Statements.selectInt(connection, IS_KNOWN.formatted(OF_USER), userId) == 1;
            BitSet songs = new BitSet();
            if (isKnown) {
                Statements.queryEach(connection, SONGS + SEEN, row -> songs.set(row.getInt(1)), userId);
            }
            return isKnown ? new OwnedSongs(true, songs) : OwnedSongs.UNKNOWN;
        });
    }

    /** Whether there is a library. */
    public boolean isAnyLibrary() {
        return database.read(
                connection -> Statements.selectInt(connection, "SELECT EXISTS (SELECT 1 FROM library)") == 1);
    }

    /** What anybody owns: all songs of all libraries. */
    public OwnedSongs all() {
        return database.read(connection -> {
            boolean isKnown = Statements.selectInt(connection, IS_KNOWN.formatted("")) == 1;
            BitSet songs = new BitSet();
            Statements.queryEach(connection, SONGS, row -> songs.set(row.getInt(1)));
            return isKnown ? new OwnedSongs(true, songs) : OwnedSongs.UNKNOWN;
        });
    }

    /** {@link #of}, read on a worker thread. */
    public CompletableFuture<OwnedSongs> read(int userId) {
        return CompletableFuture.supplyAsync(() -> of(userId), database.workers());
    }

    /** {@link #all}, read on a worker thread. */
    public CompletableFuture<OwnedSongs> readAll() {
        return CompletableFuture.supplyAsync(this::all, database.workers());
    }
}
