package org.segue.listens;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.listens.DeletedPlayRepository.DeletedPlay;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** One user's listens in the database, each once however many imports brought it. Its methods block. */
@Singleton
public class ListenHistoryRepository {

    /** Rows of imports that count, and of 0 and below: what players sent. */
    private static final String IN_FORCE =
            " (%1$s.import_id <= 0 OR %1$s.import_id IN (SELECT id FROM import WHERE status = 'completed'))";

    private static final String ROWS =
            " FROM listen l WHERE l.user_id = ?1 AND l.skipped = %d AND" + IN_FORCE.formatted("l");

    private static final String SONG = ListenRepository.SONG;

    private static final String LISTENS = ROWS.formatted(0);

    /** Songs that were merged into the one that is meant are meant too. */
    private static final String OF_SONG = " AND song_id IN (SELECT id FROM song WHERE id = ? OR merged_into = ?)";

    private static final String SONGS = "SELECT id FROM song WHERE id = ?3 OR merged_into = ?3";

    private final Database database;

    ListenHistoryRepository(Database database) {
        this.database = database;
    }

    /** How many listens a user has, and from when to when. */
    public ListenSummary summary(int userId) {
        return database.queryFirst(
                        "SELECT count(*), min(listened_at), max(listened_at) FROM" + " (SELECT DISTINCT l.listened_at, "
                                + SONG + LISTENS + ")",
                        row -> new ListenSummary(row.getInt(1), row.getLong(2), row.getLong(3)),
                        userId)
                .orElseThrow();
    }

    /**
     * A user's listens before one, newest first.
     *
     * @param before the listen that the part before ended with
     * @param limit the most listens to answer with
     */
    public List<Listen> newest(int userId, Listen before, int limit) {
        return database.query(
                "SELECT DISTINCT l.listened_at, " + SONG + " AS song" + LISTENS
                        + " AND l.listened_at <= ?2 AND (l.listened_at, " + SONG
                        + ") < (?2, ?3) ORDER BY l.listened_at DESC, song DESC LIMIT ?4",
                row -> new Listen(userId, row.getLong(1), row.getInt(2)),
                userId,
                before.listenedAt(),
                before.songId(),
                limit);
    }

    /**
     * A user's listens, or skips, after one, oldest first.
     *
     * @param last the one that the portion before ended with; its user is meant
     * @param skipped whether skips are wanted
     * @param limit the most to answer with
     */
    public List<Listen> oldest(Listen last, boolean skipped, int limit) {
        String sql = "SELECT l.listened_at, " + SONG + " AS song, l.words" + ROWS.formatted(skipped ? 1 : 0)
                + " AND l.listened_at >= ?2 AND (l.listened_at, " + SONG + ") > (?2, ?3) ORDER BY 1, 2, "
                + ListenRepository.BEST_TOLD_FIRST;
        return database.read(connection -> ListenRepository.first(
                connection, last.userId(), limit, sql, last.userId(), last.listenedAt(), last.songId()));
    }

    /** What deleting a listen came to. */
    public enum Deletion {
        /** There was no such listen. */
        NOTHING,
        /** It is gone; the user has the song still. */
        LISTEN,
        /** It is gone and was the last that the user had of the song. */
        LAST_OF_SONG
    }

    /**
     * What a deletion has done.
     *
     * @param deletion what it came to
     * @param change what it changed, null if that is not known
     * @param play what is deleted, to have it back; null if that is nothing
     */
    public record Deleted(
            Deletion deletion,
            @Nullable PlaysChange change,
            @Nullable DeletedPlay play) {}

    /** Deletes a listen at a time at which anybody told of it, whichever imports brought it, and notes that none shall bring it again; waits for the disk. */
    public Deleted delete(Listen listen) {
        return database.writeNow(connection -> {
            PlaysAroundRepository plays =
                    new PlaysAroundRepository(database, connection, listen.userId(), List.of(listen.listenedAt()));
            Listen stored = storedAs(connection, listen);
            if (stored == null) {
                return new Deleted(Deletion.NOTHING, null, null);
            }
            DeletedPlay play = DeletedPlayRepository.read(connection, stored);
            Deletion deletion = deleteStored(connection, stored);
            return new Deleted(
                    deletion,
                    plays.change().orElse(null),
                    deletion == Deletion.LAST_OF_SONG ? play.lastOf(stored.songId()) : play);
        });
    }

    // Of several who told of a play each may have told another time, and another of the songs that it may have been.
    private static @Nullable Listen storedAs(Connection connection, Listen told) throws SQLException {
        if (!DeletedPlayRepository.read(connection, told).rows().isEmpty()) {
            return told;
        }
        return Statements.queryFirst(
                        connection,
                        "SELECT l.listened_at, " + SONG + " FROM listen l WHERE l.user_id = ?1"
                                + " AND l.listened_at BETWEEN ?2 - ?4 AND ?2 + ?4 AND l.listened_at + l.shift = ?2"
                                + " AND (l.song_id IN (" + SONGS + ") OR l.told_song IN (" + SONGS + ")) ORDER BY 1",
                        row -> new Listen(told.userId(), row.getLong(1), row.getInt(2)),
                        told.userId(),
                        told.listenedAt(),
                        told.songId(),
                        PlayRepository.REACH)
                .orElse(null);
    }

    private static Deletion deleteStored(Connection connection, Listen listen) throws SQLException {
        Object[] which = {listen.userId(), listen.listenedAt(), listen.songId(), listen.songId()};
        // All that was told of it.
        for (String told : List.of("listened_at, song_id", "listened_at + shift, COALESCE(told_song, song_id)")) {
            Statements.update(
                    connection,
                    "INSERT OR IGNORE INTO deleted_listen (user_id, listened_at, song_id) SELECT user_id, " + told
                            + " FROM listen WHERE user_id = ? AND listened_at = ?" + OF_SONG,
                    which);
        }
        int deleted = Statements.update(
                connection, "DELETE FROM listen WHERE user_id = ? AND listened_at = ?" + OF_SONG, which);
        if (deleted == 0) {
            return Deletion.NOTHING;
        }
        ToldWordsRepository.deleteUnused(connection, listen.userId());
        if (hasSong(connection, listen)) {
            return Deletion.LISTEN;
        }
        Statements.update(
                connection,
                "UPDATE song SET listeners = listeners - 1 WHERE id = ? AND listeners > 0",
                listen.songId());
        return Deletion.LAST_OF_SONG;
    }

    private static boolean hasSong(Connection connection, Listen listen) throws SQLException {
        return Statements.selectInt(
                                connection,
                                "SELECT 1" + LISTENS + OF_SONG + " LIMIT 1",
                                listen.userId(),
                                listen.songId(),
                                listen.songId())
                        != 0
                || Statements.selectInt(
                                connection,
                                "SELECT 1 FROM play_count p WHERE p.user_id = ? AND" + IN_FORCE.formatted("p") + OF_SONG
                                        + " LIMIT 1",
                                listen.userId(),
                                listen.songId(),
                                listen.songId())
                        != 0;
    }
}
