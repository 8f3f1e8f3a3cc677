package org.segue.listens;

import static org.segue.storage.Statements.bind;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/**
 * Decides anew which listens are one play, see {@link Plays}, where something has changed: songs were joined, the length of one
 * became known, an import was taken back, two users became one. Rows stay those of who told them, so that undoing an import still
 * takes back no more than it alone brought. Blocks.
 */
@Singleton
public class MergedListenRepository {

    /** Rows that are in memory at once. */
    private static final int PORTION = 10_000;

    // Listens first, whatever the planner thinks: they have no index by song, and there are few such songs.
    private static final String STRAYS = "SELECT l.user_id, l.listened_at, s.merged_into, l.skipped, l.spread"
            + " FROM listen l CROSS JOIN song s ON s.id = l.song_id"
            + " WHERE s.merged_into IS NOT NULL AND (l.user_id, l.listened_at) >= (?, ?)"
            + " ORDER BY l.user_id, l.listened_at, l.song_id, l.import_id LIMIT " + PORTION;

    private static final String OF_SONGS = "SELECT l.user_id, l.listened_at, l.song_id, l.skipped, l.spread"
            + " FROM listen l CROSS JOIN unsettled_song u ON u.song_id = l.song_id"
            + " ORDER BY l.user_id, l.listened_at";

    private static final String OF_USER = "SELECT user_id, listened_at, song_id, skipped, spread FROM listen"
            + " WHERE user_id = ? ORDER BY listened_at";

    private static final String TAKEN_BACK =
            "SELECT user_id, listened_at, song_id, skipped, 0 FROM unsettled_listen LIMIT " + PORTION;

    private final Database database;
    private final AtomicLong moves = new AtomicLong();

    MergedListenRepository(Database database) {
        this.database = database;
    }

    /** Grows whenever rows were put right, by whomever. */
    long moves() {
        return moves.get();
    }

    /** Puts all of them right, in short writes. Rows of an import that is at work count like those in force. O(listens). */
    public void settle() {
        settleTakenBack();
        settleJoined();
        settleSongs();
    }

    /** The same for what a user has, of whom another has become a name: both may have told of one play. */
    public void settleUser(int userId) {
        database.writeEach(repeated(OF_USER, userId), this::settle);
    }

    private void settleTakenBack() {
        List<Listen> plays;
        do {
            plays = database.query(TAKEN_BACK, MergedListenRepository::listen);
            database.writeEach(plays, this::settleTakenBack);
        } while (!plays.isEmpty());
    }

    private void settleTakenBack(Connection connection, Iterator<Listen> plays) throws SQLException {
        List<Listen> turn = new ArrayList<>();
        plays.forEachRemaining(turn::add);
        settle(connection, turn.iterator());
        try (PreparedStatement done = connection.prepareStatement("DELETE FROM unsettled_listen"
                + " WHERE user_id = ? AND listened_at = ? AND song_id = ? AND skipped = ?")) {
            for (Listen play : turn) {
                bind(done, play.userId(), play.listenedAt(), play.songId(), play.isSkipped() ? 1 : 0)
                        .executeUpdate();
            }
        }
    }

    private void settleJoined() {
        boolean anyJoined = database.read(connection ->
                Statements.selectInt(connection, "SELECT EXISTS (SELECT 1 FROM song WHERE merged_into IS NOT NULL)")
                        != 0);
        if (!anyJoined) {
            return;
        }
        database.writeNow(MergedListenRepository::settleDeleted);
        Listen last = new Listen(0, 0, 0);
        List<Listen> strays;
        do {
            strays = database.query(STRAYS, MergedListenRepository::listen, last.userId(), last.listenedAt());
            database.writeEach(strays, this::settle);
            last = strays.isEmpty() ? last : strays.get(strays.size() - 1);
        } while (strays.size() == PORTION);
    }

    // What was deleted under one name does not come again under the other.
    private static int settleDeleted(Connection connection) throws SQLException {
        return Statements.update(
                connection,
                "UPDATE OR REPLACE deleted_listen SET song_id ="
                        + " (SELECT merged_into FROM song WHERE id = deleted_listen.song_id)"
                        + " WHERE song_id IN (SELECT id FROM song WHERE merged_into IS NOT NULL AND recording_key IS NULL)");
    }

    private void settleSongs() {
        // What is noted meanwhile is for the next time.
        List<Integer> songs = database.query("SELECT song_id FROM unsettled_song", row -> row.getInt(1));
        if (songs.isEmpty()) {
            return;
        }
        database.writeEach(repeated(OF_SONGS), this::settle);
        database.writeEach(songs, (connection, turn) -> {
            try (PreparedStatement done = connection.prepareStatement("DELETE FROM unsettled_song WHERE song_id = ?")) {
                while (turn.hasNext()) {
                    bind(done, turn.next()).executeUpdate();
                }
            }
        });
    }

    // Where a song comes twice within so short a time that both may be one play. Few do.
    private List<Listen> repeated(String sql, Object... parameters) {
        return database.read(connection -> {
            List<Listen> found = new ArrayList<>();
            Map<Long, Listen> latest = new HashMap<>();
            Statements.queryEach(
                    connection,
                    sql,
                    row -> {
                        Listen listen = listen(row);
                        Listen before = latest.put(2L * listen.songId() + (listen.isSkipped() ? 1 : 0), listen);
                        if (before != null
                                && before.userId() == listen.userId()
                                && before.listenedAt() != listen.listenedAt()
                                && listen.listenedAt() - before.listenedAt() < PlayRepository.REACH) {
                            found.add(listen);
                        }
                    },
                    parameters);
            return found;
        });
    }

    private static Listen listen(ResultSet row) throws SQLException {
        return new Listen(row.getInt(1), row.getLong(2), row.getInt(3), row.getInt(4) != 0, row.getInt(5));
    }

    private void settle(Connection connection, Iterator<Listen> listens) throws SQLException {
        try (PlayRepository plays = new PlayRepository(connection, 0, true)) {
            while (listens.hasNext()) {
                if (plays.settle(listens.next())) {
                    moves.incrementAndGet();
                }
            }
        }
    }
}
