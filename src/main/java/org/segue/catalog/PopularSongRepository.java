package org.segue.catalog;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** The list of the most-played songs, which has an index of words of its own: searches look there first. */
@Singleton
public class PopularSongRepository {

    /** More songs than anybody pages through for a prefix of two letters. */
    private static final int MAX_POPULAR = 20_000;

    private final Database database;

    PopularSongRepository(Database database) {
        this.database = database;
    }

    /** A song of the list of popular ones, with the words that it is found by. */
    private record Popular(int songId, String title, String artist) {}

    /** Puts the list of popular songs, and the index of their words, in the order of now. Blocks. */
    public void refresh() {
        List<Popular> now = database.read(PopularSongRepository::mostPlayed);
        Map<Integer, Popular> before = database.read(PopularSongRepository::listed);
        List<Integer> changed = new ArrayList<>();
        int ranks = before.keySet().stream().mapToInt(rank -> rank + 1).max().orElse(0);
        for (int rank = 0; rank < Math.max(ranks, now.size()); rank++) {
            if (rank >= now.size() || !now.get(rank).equals(before.get(rank))) {
                changed.add(rank);
            }
        }
        database.writeEach(changed, (connection, turn) -> {
            while (turn.hasNext()) {
                int rank = turn.next();
                list(connection, rank, rank < now.size() ? now.get(rank) : null);
            }
        });
    }

    private static List<Popular> mostPlayed(Connection connection) throws SQLException {
        return Statements.query(
                connection,
                "SELECT s.id, s.title, COALESCE(a.name, '') FROM song s LEFT JOIN artist a ON a.id = s.artist_id"
                        + " WHERE s.merged_into IS NULL AND s.listeners > 0 ORDER BY s.listeners DESC, s.id LIMIT ?",
                row -> new Popular(row.getInt(1), row.getString(2), row.getString(3)),
                MAX_POPULAR);
    }

    private static Map<Integer, Popular> listed(Connection connection) throws SQLException {
        Map<Integer, Popular> byRank = new HashMap<>();
        Statements.queryEach(
                connection,
                "SELECT rank, song_id, title, artist FROM popular_song",
                row -> byRank.put(row.getInt(1), new Popular(row.getInt(2), row.getString(3), row.getString(4))));
        return byRank;
    }

    private static void list(Connection connection, int rank, @Nullable Popular song) throws SQLException {
        Statements.update(connection, "DELETE FROM popular_song_search WHERE rowid = ?", rank);
        Statements.update(connection, "DELETE FROM popular_song WHERE rank = ?", rank);
        if (song != null) {
            Statements.update(
                    connection,
                    "INSERT INTO popular_song (rank, song_id, title, artist) VALUES (?, ?, ?, ?)",
                    rank,
                    song.songId(),
                    song.title(),
                    song.artist());
            Statements.update(
                    connection,
                    "INSERT INTO popular_song_search (rowid, title, artist) VALUES (?, ?, ?)",
                    rank,
                    song.title(),
                    song.artist());
        }
    }
}
