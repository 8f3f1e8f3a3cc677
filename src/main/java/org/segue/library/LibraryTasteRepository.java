package org.segue.library;

import static org.segue.storage.Statements.bind;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.segue.library.Taste.Brought;
import org.segue.library.Taste.Change;
import org.segue.library.Taste.Kind;
import org.segue.listens.PlayCountRepository;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** What logins' stars, ratings and play counts have brought. Its methods block. */
@Singleton
class LibraryTasteRepository {

    private static final String FAMILY = "(SELECT id FROM song WHERE id = ?3 OR merged_into = ?3)";

    private final Database database;
    private final PlayCountRepository playCounts;

    LibraryTasteRepository(Database database, PlayCountRepository playCounts) {
        this.database = database;
        this.playCounts = playCounts;
    }

    /** What a login has brought. */
    List<Brought> broughtBy(int loginId) {
        return database.query(
                "SELECT COALESCE(s.merged_into, t.song_id), t.kind, t.value FROM library_taste t"
                        + " LEFT JOIN song s ON s.id = t.song_id WHERE t.login_id = ?",
                row -> new Brought(row.getInt(1), Kind.of(row.getString(2)), row.getDouble(3)),
                loginId);
    }

    /** What is known of a user's plays, by song, without what a library's logins have brought. */
    Map<Integer, Double> playsElsewhere(int userId, int importId) {
        return database.read(connection -> playCounts.playsElsewhere(connection, userId, importId));
    }

    /** Brings changes of a login's taste into force; nothing happens if the login is gone. */
    void apply(LibraryLogin login, int importId, List<Change> changes) {
        database.writeEach(changes, (connection, turn) -> {
            int userId = Statements.selectInt(connection, "SELECT user_id FROM library_login WHERE id = ?", login.id());
            try (Writing writing = new Writing(connection, login.id(), userId, importId)) {
                while (turn.hasNext()) {
                    Change change = turn.next();
                    if (userId != 0) {
                        writing.apply(change);
                    }
                }
            }
        });
    }

    /** Takes back what one listener's login at a library has brought. Inside a write of the caller's. */
    static void takeBack(Connection connection, int userId, int importId) throws SQLException {
        for (String table : List.of("imported_feedback", "play_count")) {
            Statements.update(
                    connection, "DELETE FROM " + table + " WHERE user_id = ? AND import_id = ?", userId, importId);
        }
    }

    private static final class Writing implements AutoCloseable {
        private final int login;
        private final int user;
        private final int importId;
        private final PreparedStatement forget;
        private final PreparedStatement forgetLove;
        private final PreparedStatement forgetValue;
        private final PreparedStatement note;
        private final PreparedStatement love;
        private final PreparedStatement value;

        Writing(Connection connection, int login, int user, int importId) throws SQLException {
            this.login = login;
            this.user = user;
            this.importId = importId;
            forget = connection.prepareStatement(
                    "DELETE FROM library_taste WHERE login_id = ?1 AND kind = ?2 AND song_id IN " + FAMILY);
            forgetLove = connection.prepareStatement(
                    "DELETE FROM imported_feedback WHERE user_id = ?1 AND import_id = ?2 AND song_id IN " + FAMILY);
            forgetValue = connection.prepareStatement(
                    "DELETE FROM play_count WHERE user_id = ?1 AND import_id = ?2 AND rating = ?4 AND song_id IN "
                            + FAMILY);
            note = connection.prepareStatement(
                    "INSERT INTO library_taste (login_id, song_id, kind, value) VALUES (?, ?, ?, ?)");
            love = connection.prepareStatement(
                    "INSERT OR REPLACE INTO imported_feedback (user_id, song_id, import_id, verdict,"
                            + " judged_at, until) VALUES (?, ?, ?, 'love', ?, NULL)");
            value = connection.prepareStatement(
                    "INSERT OR REPLACE INTO play_count (user_id, song_id, import_id, rating, value) VALUES (?, ?, ?, ?, ?)");
        }

        void apply(Change change) throws SQLException {
            Kind kind = change.kind();
            int song = change.songId();
            bind(forget, login, kind.word(), song).executeUpdate();
            takeBack(kind, song);
            Double now = change.value();
            if (now != null) {
                bind(note, login, song, kind.word(), now).executeUpdate();
                bring(kind, song, now);
            }
        }

        private void takeBack(Kind kind, int song) throws SQLException {
            if (kind == Kind.STAR) {
                bind(forgetLove, user, importId, song).executeUpdate();
            } else if (kind != Kind.SENT) {
                bind(forgetValue, user, importId, song, kind == Kind.RATING ? 1 : 0)
                        .executeUpdate();
            }
        }

        private void bring(Kind kind, int song, double now) throws SQLException {
            if (kind == Kind.STAR) {
                bind(love, user, song, importId, (long) now).executeUpdate();
            } else if (kind != Kind.SENT) {
                bind(value, user, song, importId, kind == Kind.RATING ? 1 : 0, now)
                        .executeUpdate();
            }
        }

        @Override
        public void close() throws SQLException {
            Statements.close(forget, forgetLove, forgetValue, note, love, value);
        }
    }
}
