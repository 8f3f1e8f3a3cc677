package org.segue.listens;

import static org.segue.storage.Statements.bind;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/**
 * Puts the listens of songs that turned out to be one under the song that stays: what both had of the same play, as {@link
 * SameListen} tells it, is one listen from then on. Rows stay those of the imports that brought them, so that undoing one still
 * takes back no more than it alone brought. Blocks.
 */
@Singleton
public class MergedListenRepository {

    /** Rows that are in memory at once. */
    private static final int PORTION = 10_000;

    // Listens first, whatever the planner thinks: they have no index by song, and there are few such songs.
    private static final String STRAYS =
            "SELECT l.user_id, l.listened_at, l.song_id, l.import_id, l.skipped, l.spread, s.merged_into"
                    + " FROM listen l CROSS JOIN song s ON s.id = l.song_id"
                    + " WHERE s.merged_into IS NOT NULL AND (l.user_id, l.listened_at) >= (?, ?)"
                    + " ORDER BY l.user_id, l.listened_at, l.song_id, l.import_id LIMIT " + PORTION;

    private final Database database;

    MergedListenRepository(Database database) {
        this.database = database;
    }

    /**
     * A row under the key of a song that went.
     *
     * @param listen as it is stored
     * @param importId whose row it is
     * @param stays key of the song that stays
     */
    private record Stray(Listen listen, int importId, int stays) {}

    /** Puts all of them right, in short writes. Rows of an import that is at work count like those in force. O(listens). */
    public void settle() {
        boolean anyJoined = database.read(connection ->
                Statements.selectInt(connection, "SELECT EXISTS (SELECT 1 FROM song WHERE merged_into IS NOT NULL)")
                        != 0);
        if (!anyJoined) {
            return;
        }
        database.writeNow(MergedListenRepository::settleDeleted);
        Listen last = new Listen(0, 0, 0);
        List<Stray> strays;
        do {
            Listen from = last;
            strays = database.read(connection -> strays(connection, from));
            database.writeEach(strays, MergedListenRepository::settle);
            last = strays.isEmpty() ? last : strays.get(strays.size() - 1).listen();
        } while (strays.size() == PORTION);
    }

    // What was deleted under one name does not come again under the other.
    private static int settleDeleted(Connection connection) throws SQLException {
        return Statements.update(
                connection,
                "UPDATE OR REPLACE deleted_listen SET song_id ="
                        + " (SELECT merged_into FROM song WHERE id = deleted_listen.song_id)"
                        + " WHERE song_id IN (SELECT id FROM song WHERE merged_into IS NOT NULL)");
    }

    private static List<Stray> strays(Connection connection, Listen from) throws SQLException {
        return Statements.query(connection, STRAYS, MergedListenRepository::stray, from.userId(), from.listenedAt());
    }

    private static Stray stray(ResultSet row) throws SQLException {
        Listen listen = new Listen(row.getInt(1), row.getLong(2), row.getInt(3), row.getInt(5) != 0, row.getInt(6));
        return new Stray(listen, row.getInt(4), row.getInt(7));
    }

    private static void settle(Connection connection, Iterator<Stray> strays) throws SQLException {
        try (PreparedStatement near =
                        connection.prepareStatement(ListenAddingRepository.NEAR.formatted(", 'running'"));
                PreparedStatement delete = connection.prepareStatement(
                        "DELETE FROM listen WHERE user_id = ? AND listened_at = ? AND song_id = ? AND import_id = ?");
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO listen (user_id, listened_at, song_id, import_id, skipped, spread)"
                                + " VALUES (?, ?, ?, ?, ?, ?)"
                                + " ON CONFLICT DO UPDATE SET skipped = min(skipped, excluded.skipped)")) {
            while (strays.hasNext()) {
                Stray stray = strays.next();
                Listen listen = stray.listen();
                int deleted = bind(delete, listen.userId(), listen.listenedAt(), listen.songId(), stray.importId())
                        .executeUpdate();
                // One that went meanwhile, or became another user's, is not made again.
                if (deleted == 1) {
                    insert(insert, near, stray);
                }
            }
        }
    }

    private static void insert(PreparedStatement insert, PreparedStatement near, Stray stray) throws SQLException {
        Listen listen = stray.listen().of(stray.stays());
        Long known = ListenAddingRepository.knownTime(near, stray.importId(), listen);
        bind(
                        insert,
                        listen.userId(),
                        known == null ? listen.listenedAt() : known,
                        listen.songId(),
                        stray.importId(),
                        listen.isSkipped() ? 1 : 0,
                        listen.spread())
                .executeUpdate();
    }
}
