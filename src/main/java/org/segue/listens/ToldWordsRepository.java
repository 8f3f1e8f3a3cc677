package org.segue.listens;

import static org.segue.storage.Statements.bind;
import static org.segue.storage.Statements.firstInt;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.segue.storage.Database;
import org.segue.storage.KeyedInsert;
import org.segue.storage.Statements;

/** How plays were told, a row for each person and words. A row goes when the last play that it is of does. */
@Singleton
public class ToldWordsRepository {

    /** So many rows are moved or deleted in one write: some milliseconds. */
    private static final int PORTION = 1000;

    private static final String FIRST_ROWS =
            "(SELECT id FROM told_words WHERE user_id = ?1 ORDER BY hash LIMIT " + PORTION + ")";

    private final Database database;

    ToldWordsRepository(Database database) {
        this.database = database;
    }

    /** What the numbers mean in which listens say, before they are stored, how they were told. */
    @FunctionalInterface
    public interface ByNumber {

        /** Nobody keeps words. */
        ByNumber NONE = number -> null;

        /** The words of a number above 0; null if there are none. */
        @Nullable
        ToldWords words(int number) throws SQLException;
    }

    /** Words by key; a key without words has no entry. Blocks. */
    public Map<Integer, ToldWords> byKeys(Collection<Integer> keys) {
        String list = keys.stream().map(String::valueOf).collect(Collectors.joining(","));
        return database.read(connection -> {
            Map<Integer, ToldWords> found = new HashMap<>();
            Statements.queryEach(
                    connection,
                    "SELECT id, artist, title, album, info FROM told_words WHERE id IN (" + list + ")",
                    row -> found.put(
                            row.getInt(1),
                            new ToldWords(row.getString(2), row.getString(3), row.getString(4), row.getString(5))));
            return found;
        });
    }

    /** Gives some of the words of a user's plays to another; answers how many. Inside a write of the caller's. */
    static int move(Connection connection, int from, int into) throws SQLException {
        return Statements.update(
                connection, "UPDATE told_words SET user_id = ?2 WHERE id IN " + FIRST_ROWS, from, into);
    }

    /** Deletes some of the words of a user's plays, of which none are left; answers how many. Inside a write of the caller's. */
    static int deleteSome(Connection connection, int userId) throws SQLException {
        return Statements.update(connection, "DELETE FROM told_words WHERE id IN " + FIRST_ROWS, userId);
    }

    /** Deletes the words in which none of a user's plays is told any more. O(listens of the user); inside a write of the caller's. */
    static void deleteUnused(Connection connection, int userId) throws SQLException {
        if (Statements.selectInt(connection, "SELECT 1 FROM told_words WHERE user_id = ? LIMIT 1", userId) != 0) {
            Statements.update(
                    connection,
                    "DELETE FROM told_words WHERE user_id = ?1 AND id NOT IN"
                            + " (SELECT words FROM listen WHERE user_id = ?1 AND words IS NOT NULL)",
                    userId);
        }
    }

    /** Statements that find or make keys of words, prepared once for many; inside a write of the caller's. */
    static final class Keys implements AutoCloseable {

        private static final int REMEMBERED = 20_000;

        private record Told(int userId, ToldWords words) {}

        private final PreparedStatement known;
        private final KeyedInsert insert;
        private final Map<Told, Integer> keys = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Told, Integer> eldest) {
                return size() > REMEMBERED;
            }
        };

        Keys(Connection connection) throws SQLException {
            known = connection.prepareStatement(
                    "SELECT id FROM told_words WHERE user_id = ? AND hash = ? AND artist = ?"
                            + " AND title = ? AND album IS ? AND info = ?");
            insert = new KeyedInsert(
                    connection,
                    "INSERT INTO told_words (user_id, hash, artist, title, album, info) VALUES (?, ?, ?, ?, ?, ?)");
        }

        /** The key of words in which a play of a user is told. */
        int key(int userId, ToldWords words) throws SQLException {
            Told told = new Told(userId, words);
            Integer before = keys.get(told);
            if (before != null) {
                return before;
            }
            Object[] row = {userId, words.hash(), words.artist(), words.title(), words.album(), words.info()};
            int found = firstInt(bind(known, row));
            int key = found == 0 ? insert.insert(row) : found;
            keys.put(told, key);
            return key;
        }

        @Override
        public void close() throws SQLException {
            Statements.close(known);
            insert.close();
        }
    }
}
