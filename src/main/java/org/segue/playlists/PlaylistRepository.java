package org.segue.playlists;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.segue.catalog.User;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** Lists in the database, those that imports brought among them. Its methods block. */
@Singleton
class PlaylistRepository {

    private static final String SELECT =
            "SELECT p.id, t.id, t.public_id, t.name, p.kind, p.period, p.name, p.songs, p.created_at"
                    + " FROM playlist_in_force p JOIN user u ON u.id = p.user_id JOIN user t ON t.id = COALESCE(u.merged_into, u.id) ";

    // Nothing is written for somebody who is gone, or is another by now.
    private static final String INSERT = "INSERT INTO playlist (id, user_id, kind, period, name, songs, created_at)"
            + " SELECT ?, u.id, ?, ?, ?, ?, ? FROM user u WHERE u.id = ? AND u.merged_into IS NULL";

    private final Database database;

    PlaylistRepository(Database database) {
        this.database = database;
    }

    /** The list of an id; nothing if it was deleted. */
    Optional<Playlist> byId(String id) {
        return database.queryFirst(
                SELECT + "WHERE p.id = ? AND (p.songs <> '' OR p.kind IS NULL)", PlaylistRepository::list, id);
    }

    /** All lists of a user, those that were deleted too, without songs; the user's own before those of former selves. */
    List<Playlist> of(int userId) {
        return database.query(
                SELECT + "WHERE u.id = ?1 OR u.merged_into = ?1 ORDER BY u.id <> ?1, u.id, p.id",
                PlaylistRepository::list,
                userId);
    }

    /** Number of lists that a user keeps. */
    int countKept(int userId) {
        return database.read(connection -> Statements.selectInt(
                connection,
                "SELECT count(*) FROM playlist_in_force p JOIN user u ON u.id = p.user_id"
                        + " WHERE p.kind IS NULL AND (u.id = ?1 OR u.merged_into = ?1)",
                userId));
    }

    /** Writes a list that Segue made, unless there is one of its kind and period; waits for the disk. */
    void add(String id, int userId, PlaylistKind kind, LocalDate period, List<Integer> songIds, Instant now) {
        database.writeNow(connection -> Statements.update(
                connection,
                INSERT + " ON CONFLICT DO NOTHING",
                id,
                kind.word(),
                period.toString(),
                null,
                joined(songIds),
                now.getEpochSecond(),
                userId));
    }

    /**
     * Writes a list that a user keeps; waits for the disk.
     *
     * @return whether there is such a user still
     */
    boolean keep(String id, int userId, String name, List<Integer> songIds, Instant now) {
        return database.writeNow(connection -> Statements.update(
                        connection, INSERT, id, null, null, name, joined(songIds), now.getEpochSecond(), userId)
                == 1);
    }

    /**
     * Calls a list that a user keeps otherwise; waits for the disk.
     *
     * @return whether there is such a list still
     */
    boolean rename(String id, String name) {
        return database.writeNow(connection ->
                Statements.update(connection, "UPDATE playlist SET name = ?2 WHERE id = ?1 AND kind IS NULL", id, name)
                                + Statements.update(
                                        connection, "UPDATE imported_playlist SET name = ?2 WHERE id = ?1", id, name)
                        > 0);
    }

    /**
     * Deletes a list; waits for the disk. Of one that Segue made a row without songs stays: else it would make it again.
     *
     * @return whether it was there
     */
    boolean delete(String id) {
        return database.writeNow(
                connection -> Statements.update(connection, "DELETE FROM playlist WHERE id = ? AND kind IS NULL", id)
                                + Statements.update(connection, "DELETE FROM imported_playlist WHERE id = ?", id)
                                + Statements.update(
                                        connection, "UPDATE playlist SET songs = '' WHERE id = ? AND songs <> ''", id)
                        > 0);
    }

    /** Deletes the lists of a kind that are for a period before one; waits for the disk. */
    void deleteBefore(PlaylistKind kind, LocalDate period) {
        database.writeNow(connection -> Statements.update(
                connection, "DELETE FROM playlist WHERE kind = ? AND period < ?", kind.word(), period.toString()));
    }

    private static Playlist list(ResultSet row) throws SQLException {
        User user = new User(row.getInt(2), row.getString(3), row.getString(4));
        String kindWord = row.getString(5);
        PlaylistKind kind = kindWord == null ? null : PlaylistKind.of(kindWord);
        LocalDate period = kind == null ? null : LocalDate.parse(row.getString(6));
        return new Playlist(
                row.getString(1),
                user,
                kind,
                period,
                kind == null || period == null ? row.getString(7) : PlaylistMessages.title(kind, user.name(), period),
                keys(row.getString(8)),
                Instant.ofEpochSecond(row.getLong(9)));
    }

    private static String joined(List<Integer> keys) {
        return keys.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static List<Integer> keys(String joined) {
        return joined.isEmpty()
                ? List.of()
                : Arrays.stream(joined.split(",", -1)).map(Integer::valueOf).toList();
    }
}
