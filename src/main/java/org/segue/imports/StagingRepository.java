package org.segue.imports;

import static org.segue.storage.Statements.bind;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.imports.BadRows.BadRow;
import org.segue.listens.Listen;
import org.segue.listens.Measure;
import org.segue.listens.PlayCount;
import org.segue.storage.ScratchDatabase;
import org.segue.storage.StorageException;

/**
 * Rows of one import between reading and merging, in a scratch database: there they are sorted by key on disk, so that
 * memory does not grow with the files and the main database is written in the order in which it is stored (random order
 * costs about four times as much). For one thread.
 */
final class StagingRepository implements RowSink, AutoCloseable {

    /** Rows that are handed on at once. */
    private static final int PORTION = 5000;

    private final ImportProgress progress;
    private final Connection connection;
    private final StagedNameRepository users;
    private final StagedNameRepository songs;
    private final PreparedStatement insertRow;
    private final PreparedStatement describeSong;
    private @Nullable Measure measure;

    StagingRepository(ScratchDatabase scratch, ImportProgress progress) {
        this.progress = progress;
        this.connection = scratch.connection();
        try (Statement ddl = connection.createStatement()) {
            ddl.execute("CREATE TABLE user (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)");
            ddl.execute("CREATE TABLE song (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)");
            ddl.execute("CREATE TABLE row (user INTEGER, song INTEGER, value REAL, listened_at INTEGER)");
            ddl.execute("CREATE TABLE described"
                    + " (name TEXT PRIMARY KEY, title TEXT, artist TEXT, album TEXT) WITHOUT ROWID");
            ddl.execute("CREATE TABLE user_key (number INTEGER PRIMARY KEY, key INTEGER)");
            ddl.execute("CREATE TABLE song_key (number INTEGER PRIMARY KEY, key INTEGER)");
            users = new StagedNameRepository(connection, "user");
            songs = new StagedNameRepository(connection, "song");
            insertRow = connection.prepareStatement("INSERT INTO row VALUES (?, ?, ?, ?)");
            describeSong = connection.prepareStatement(
                    "INSERT INTO described VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE"
                            + " SET title = excluded.title, artist = excluded.artist, album = excluded.album WHERE title IS NULL");
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void measure(Measure ofRows) {
        if (measure != null && measure != ofRows) {
            throw new ImportException("One file holds plays, another ratings: import them one by one.");
        }
        measure = ofRows;
    }

    Measure measure() {
        return measure == null ? Measure.PLAYS : measure;
    }

    @Override
    public void interaction(String user, String song, double value, @Nullable Long listenedAt) {
        progress.endIfCancelled();
        try {
            bind(insertRow, users.number(user), songs.number(song), value, listenedAt)
                    .executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
        progress.row();
    }

    @Override
    public void song(ExternalSong song) {
        progress.endIfCancelled();
        try {
            bind(describeSong, song.id(), song.title(), song.artist(), song.album())
                    .executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void badRow(String file, long line, String reason) {
        progress.endIfCancelled();
        progress.badRow(new BadRow(file, line, reason));
    }

    /** Drops users with their rows, and the songs that nobody else has. */
    void dropUsers(List<String> names) {
        try (Statement statement = connection.createStatement();
                PreparedStatement drop = connection.prepareStatement("DELETE FROM user WHERE name = ?")) {
            for (String name : names) {
                bind(drop, name).executeUpdate();
            }
            statement.execute("DELETE FROM row WHERE user NOT IN (SELECT number FROM user)");
            statement.execute("DELETE FROM song WHERE number NOT IN (SELECT song FROM row)");
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Hands on what users are called, each once. */
    void users(Consumer<List<String>> portion) {
        portions("SELECT name FROM user ORDER BY name", row -> row.getString(1), portion);
    }

    /** Hands on what is known of the songs that somebody played, each once. */
    void songs(Consumer<List<ExternalSong>> portion) {
        portions(
                "SELECT s.name, d.title, d.artist, d.album FROM song s LEFT JOIN described d USING (name) ORDER BY s.name",
                row -> new ExternalSong(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                portion);
    }

    /** Notes the keys of users. */
    void keepUserKeys(List<String> ids, int[] keys) {
        keep("INSERT INTO user_key SELECT number, ?2 FROM user WHERE name = ?1", ids, keys);
    }

    /** Notes the keys of songs. */
    void keepSongKeys(List<String> ids, int[] keys) {
        keep("INSERT INTO song_key SELECT number, ?2 FROM song WHERE name = ?1", ids, keys);
    }

    /** Number of rows at a time ({@code true}) or already counted. */
    long rows(boolean atATime) {
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT count(*) FROM row WHERE (listened_at IS NOT NULL) = ?");
                ResultSet row = bind(select, atATime).executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Hands on cells of user and song, each once: plays added up, of ratings the last. In the order of their keys. */
    void playCounts(Consumer<List<PlayCount>> portion) {
        // Beside max() a bare column is that of the row with the maximum: the last rating.
        String value = measure() == Measure.PLAYS ? "sum(r.value), 0" : "r.value, max(r.rowid)";
        portions(
                "SELECT u.key, s.key, " + value + JOINED + "WHERE r.listened_at IS NULL GROUP BY 1, 2 ORDER BY 1, 2",
                row -> new PlayCount(row.getInt(1), row.getInt(2), row.getDouble(3)),
                portion);
    }

    /** Hands on listens, each once, in the order of their keys. */
    void listens(Consumer<List<Listen>> portion) {
        portions(
                "SELECT DISTINCT u.key, r.listened_at, s.key" + JOINED
                        + "WHERE r.listened_at IS NOT NULL ORDER BY 1, 2, 3",
                row -> new Listen(row.getInt(1), row.getLong(2), row.getInt(3)),
                portion);
    }

    private static final String JOINED =
            " FROM row r JOIN user_key u ON u.number = r.user JOIN song_key s ON s.number = r.song ";

    @Override
    public void close() {
        try {
            users.close();
            songs.close();
            insertRow.close();
            describeSong.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private interface Mapping<T> {
        T map(ResultSet row) throws SQLException;
    }

    private <T> void portions(String sql, Mapping<T> mapping, Consumer<List<T>> consumer) {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            List<T> portion = new ArrayList<>(PORTION);
            while (row.next()) {
                portion.add(mapping.map(row));
                if (portion.size() == PORTION) {
                    progress.endIfCancelled();
                    consumer.accept(portion);
                    portion = new ArrayList<>(PORTION);
                }
            }
            consumer.accept(portion);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void keep(String sql, List<String> ids, int[] keys) {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < keys.length; i++) {
                bind(insert, ids.get(i), keys[i]).executeUpdate();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static StorageException failed(SQLException e) {
        return new StorageException("Rows cannot be staged: " + e.getMessage(), e);
    }
}
