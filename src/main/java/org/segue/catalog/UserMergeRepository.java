package org.segue.catalog;

import static org.segue.storage.Statements.firstInt;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.segue.storage.Statements;

/** Users who turned out to be the same person. Inside a read or write of the caller's. */
@Singleton
public class UserMergeRepository {

    private static final String OF_BOTH = "SELECT a.library_id FROM library_login a JOIN library_login b"
            + " ON b.library_id = a.library_id WHERE a.user_id = ?1 AND b.user_id = ?2";

    /**
     * Makes two users one: from here on everything that one is called means the other. Rows with the key of the one are the
     * caller's to move.
     *
     * @param from who goes
     * @param into who stays
     * @return the keys of who goes and who stays; nothing if they are one already
     * @throws UnknownUserException if one of them is gone
     */
    public Optional<Merged> merge(Connection connection, int from, int into) throws SQLException {
        try (RowOwners owners = new RowOwners(connection)) {
            int gone = owners.of(from);
            int kept = owners.of(into);
            if (gone == 0 || kept == 0) {
                throw new UnknownUserException();
            }
            if (gone == kept) {
                return Optional.empty();
            }
            boolean household =
                    Statements.selectInt(connection, "SELECT min(population) FROM user WHERE id IN (?, ?)", gone, kept)
                            == 0;
            if (household) {
                UserRepository.takeIntoHousehold(connection, gone);
                UserRepository.takeIntoHousehold(connection, kept);
            }
            Statements.update(
                    connection, "UPDATE user SET merged_into = ?2 WHERE id = ?1 OR merged_into = ?1", gone, kept);
            Statements.update(connection, "UPDATE user_alias SET user_id = ?2 WHERE user_id = ?1", gone, kept);
            moveLogins(connection, gone, kept);
            moveShown(connection, gone, kept);
            return Optional.of(new Merged(gone, kept));
        }
    }

    // Where both sign in to one library, who stays does so from here on; what the other login brought goes with it.
    private static void moveLogins(Connection connection, int gone, int kept) throws SQLException {
        for (String table : List.of("imported_feedback", "play_count")) {
            Statements.update(
                    connection,
                    "DELETE FROM " + table + " WHERE user_id = ?1 AND import_id IN (SELECT l.import_id FROM library l"
                            + " WHERE l.id IN (" + OF_BOTH + "))",
                    gone,
                    kept);
        }
        Statements.update(
                connection,
                "DELETE FROM library_login WHERE user_id = ?1 AND library_id IN (" + OF_BOTH + ")",
                gone,
                kept);
        Statements.update(connection, "UPDATE library_login SET user_id = ?2 WHERE user_id = ?1", gone, kept);
    }

    // What was shown to both was shown at the first of the two times.
    private static void moveShown(Connection connection, int gone, int kept) throws SQLException {
        Statements.update(
                connection,
                "INSERT INTO shown_song (user_id, song_id, shown, rank, shown_at)"
                        + " SELECT ?2, song_id, shown, rank, shown_at FROM shown_song WHERE user_id = ?1"
                        + " ON CONFLICT DO UPDATE SET rank = excluded.rank, shown_at = excluded.shown_at"
                        + " WHERE excluded.shown_at < shown_song.shown_at",
                gone,
                kept);
        Statements.update(connection, "DELETE FROM shown_song WHERE user_id = ?", gone);
    }

    /**
     * Two users who are one now.
     *
     * @param from key of who is only a name any more
     * @param into key of who stays
     */
    public record Merged(int from, int into) {}

    /** Users who were merged into others and still have rows of their own: a move that was cut short. */
    public List<Merged> halfMerged(Connection connection) throws SQLException {
        return Statements.query(
                connection,
                "SELECT id, merged_into FROM user WHERE merged_into IS NOT NULL"
                        + " AND (EXISTS (SELECT 1 FROM listen l WHERE l.user_id = user.id)"
                        + " OR EXISTS (SELECT 1 FROM play_count p WHERE p.user_id = user.id))",
                row -> new Merged(row.getInt(1), row.getInt(2)));
    }

    /** Tells whose rows are those of a key that was read a while ago. Inside a write of the caller's. */
    public static final class RowOwners implements AutoCloseable {
        private final PreparedStatement select;
        private int lastKey;
        private int lastOwner;

        /** Prepares for many keys. */
        public RowOwners(Connection connection) throws SQLException {
            select = connection.prepareStatement("SELECT COALESCE(merged_into, id) FROM user WHERE id = ?");
        }

        /** The same key; that of the user whom this one was merged into; 0 if the user is gone. */
        public int of(int key) throws SQLException {
            if (key != lastKey) {
                lastOwner = firstInt(select, key);
                lastKey = key;
            }
            return lastOwner;
        }

        @Override
        public void close() throws SQLException {
            select.close();
        }
    }
}
