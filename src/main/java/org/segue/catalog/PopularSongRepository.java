package org.segue.catalog;

import static org.segue.storage.Statements.bind;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** Another song at a rank: null where none was, or is any more. */
    private record Change(
            int rank, @Nullable Popular before, @Nullable Popular now) {}

    /** Puts the list of popular songs, and the index of their words, in the order of now, for one caller at a time. Blocks. */
    public synchronized void refresh() {
        List<Popular> now = database.read(PopularSongRepository::mostPlayed);
        Map<Integer, Popular> before = database.read(PopularSongRepository::listed);
        List<Change> changes = new ArrayList<>();
        int ranks = before.keySet().stream().mapToInt(rank -> rank + 1).max().orElse(0);
        for (int rank = 0; rank < Math.max(ranks, now.size()); rank++) {
            Change change = new Change(rank, before.get(rank), rank < now.size() ? now.get(rank) : null);
            if (!Objects.equals(change.before(), change.now())) {
                changes.add(change);
            }
        }
        database.writeEach(changes, PopularSongRepository::list);
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

    private static void list(Connection connection, Iterator<Change> changes) throws SQLException {
        try (PreparedStatement forgetWords =
                        connection.prepareStatement("DELETE FROM popular_song_search WHERE rowid = ?");
                PreparedStatement forget = connection.prepareStatement("DELETE FROM popular_song WHERE rank = ?");
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO popular_song (rank, song_id, title, artist) VALUES (?, ?, ?, ?)");
                PreparedStatement words = connection.prepareStatement(
                        "INSERT INTO popular_song_search (rowid, title, artist) VALUES (?, ?, ?)")) {
            while (changes.hasNext()) {
                Change change = changes.next();
                if (change.before() != null) {
                    bind(forgetWords, change.rank()).executeUpdate();
                    bind(forget, change.rank()).executeUpdate();
                }
                Popular song = change.now();
                if (song != null) {
                    bind(insert, change.rank(), song.songId(), song.title(), song.artist())
                            .executeUpdate();
                    bind(words, change.rank(), song.title(), song.artist()).executeUpdate();
                }
            }
        }
    }
}
