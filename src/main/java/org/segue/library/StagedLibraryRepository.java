package org.segue.library;

import static org.segue.storage.Statements.bind;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.library.ServerSong.Names;
import org.segue.library.ServerSong.Preferences;
import org.segue.library.ServerSong.ServerArtist;
import org.segue.storage.ScratchDatabase;
import org.segue.storage.Statements;
import org.segue.storage.StorageException;

/**
 * What one sync reads of a library, on disk beside the database, so that a library of any size takes little memory. For one thread.
 */
final class StagedLibraryRepository implements AutoCloseable {

    /** A tenth of what a scratch database takes otherwise: songs come in nearly any order, but few are looked for. */
    private static final String CACHE = "PRAGMA cache_size = -4096";

    private static final int PORTION = 2000;

    private final ScratchDatabase scratch;
    private final Connection connection;
    private final PreparedStatement artist;
    private final PreparedStatement song;
    private final PreparedStatement seen;
    private final PreparedStatement album;

    /**
     * A song as it was read.
     *
     * @param id the server's
     * @param song what identifies it
     * @param albumId the server's id of the album, null if it does not say
     * @param path as the server says, null if it does not
     */
    record StagedSong(
            String id,
            ExternalSong song,
            @Nullable String albumId,
            @Nullable String path) {}

    /**
     * What a login thinks of a song.
     *
     * @param id the server's id of the song
     */
    record FilePreferences(String id, Preferences preferences) {}

    /** Nothing yet; the file is deleted at the end. */
    StagedLibraryRepository(Path folder) {
        scratch = new ScratchDatabase(folder, "library-sync");
        connection = scratch.connection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(CACHE);
            statement.execute("CREATE TABLE song (id TEXT PRIMARY KEY, title TEXT NOT NULL, artist TEXT, album TEXT,"
                    + " album_id TEXT, length_ms INTEGER, mbid TEXT, isrc TEXT, path TEXT, key TEXT) WITHOUT ROWID");
            statement.execute("CREATE TABLE seen (login INTEGER NOT NULL, id TEXT NOT NULL, starred INTEGER,"
                    + " rating INTEGER NOT NULL, plays INTEGER NOT NULL, PRIMARY KEY (login, id)) WITHOUT ROWID");
            statement.execute("CREATE TABLE artist (id TEXT PRIMARY KEY, name TEXT NOT NULL, mbid TEXT) WITHOUT ROWID");
            statement.execute("CREATE TABLE album (id TEXT PRIMARY KEY) WITHOUT ROWID");
            album = connection.prepareStatement("INSERT OR IGNORE INTO album VALUES (?)");
            artist = connection.prepareStatement("INSERT OR IGNORE INTO artist VALUES (?, ?, ?)");
            song = connection.prepareStatement("INSERT OR IGNORE INTO song VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
            seen = connection.prepareStatement("INSERT OR REPLACE INTO seen VALUES (?, ?, ?, ?, ?)");
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Takes a song as a server describes it to a login; a song that comes again stays as it was. */
    void add(int loginId, ServerSong told) {
        Names names = told.names();
        ExternalSong named = named(names);
        try {
            bind(
                            song,
                            told.id(),
                            names.title(),
                            named.artist(),
                            named.album(),
                            names.album() == null ? null : names.album().id(),
                            told.lengthMs(),
                            told.recordingMbid(),
                            told.isrcs().isEmpty() ? null : told.isrcs().get(0),
                            told.path(),
                            named.recordingKey())
                    .executeUpdate();
            for (ServerArtist credited : names.artists()) {
                bind(artist, credited.id(), credited.name(), credited.mbid()).executeUpdate();
            }
            if (names.album() != null
                    && names.album().secondary()
                    && names.album().id() != null) {
                bind(album, names.album().id()).executeUpdate();
            }
            Preferences thinks = told.preferences();
            Instant starred = thinks.starredAt();
            bind(
                            seen,
                            loginId,
                            told.id(),
                            starred == null ? null : Long.valueOf(starred.getEpochSecond()),
                            thinks.rating(),
                            thinks.plays())
                    .executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static ExternalSong named(Names names) {
        return new ExternalSong(
                null,
                names.title(),
                names.artist() == null || names.artist().isBlank() ? null : names.artist(),
                names.album() == null ? null : names.album().name(),
                null,
                null,
                null);
    }

    /** Forgets what a login sees and thinks: not all of it was read. */
    void forget(int loginId) {
        try {
            Statements.update(connection, "DELETE FROM seen WHERE login = ?", loginId);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Notes that all is read: an ISRC that is on songs of several names identifies none of them. */
    void complete() {
        try {
            Statements.update(connection, "CREATE INDEX song_by_isrc ON song (isrc) WHERE isrc IS NOT NULL");
            Statements.update(
                    connection,
                    "UPDATE song SET isrc = NULL WHERE isrc IN (SELECT isrc FROM song WHERE isrc IS NOT NULL"
                            + " GROUP BY isrc HAVING count(DISTINCT key) > 1)");
            connection.commit();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** How many songs there are. */
    int count() {
        return number("SELECT count(*) FROM song");
    }

    /** How many songs a login sees. */
    int countSeenBy(int loginId) {
        return number("SELECT count(*) FROM seen WHERE login = " + loginId);
    }

    /** Hands on all songs in portions, in the order of their ids. */
    void songs(Consumer<List<StagedSong>> taker) {
        inPortions(
                "SELECT id, title, artist, album, mbid, isrc, length_ms, album_id, path FROM song WHERE id > ?"
                        + " ORDER BY id LIMIT " + PORTION,
                StagedLibraryRepository::staged,
                StagedSong::id,
                taker);
    }

    /** Hands on all artists in portions, in the order of their ids. */
    void artists(Consumer<List<ServerArtist>> taker) {
        inPortions(
                "SELECT id, name, mbid FROM artist WHERE id > ? ORDER BY id LIMIT " + PORTION,
                row -> new ServerArtist(row.getString(1), row.getString(2), row.getString(3)),
                ServerArtist::id,
                taker);
    }

    /** Hands on the ids of the albums that are live or compilations, in portions. */
    void secondaryAlbums(Consumer<List<String>> taker) {
        inPortions(
                "SELECT id FROM album WHERE id > ? ORDER BY id LIMIT " + PORTION,
                row -> row.getString(1),
                id -> id,
                taker);
    }

    /** Hands on the ids of the songs that a login sees, in portions. */
    void seenBy(int loginId, Consumer<List<String>> taker) {
        inPortions(
                "SELECT id FROM seen WHERE login = " + loginId + " AND id > ? ORDER BY id LIMIT " + PORTION,
                row -> row.getString(1),
                id -> id,
                taker);
    }

    /** Hands on what a login thinks of songs, in portions: of those that it has done something with. */
    void preferences(int loginId, Consumer<List<FilePreferences>> taker) {
        inPortions(
                "SELECT id, starred, rating, plays FROM seen WHERE login = " + loginId
                        + " AND (starred IS NOT NULL OR rating > 0 OR plays > 0) AND id > ? ORDER BY id LIMIT "
                        + PORTION,
                StagedLibraryRepository::filePreferences,
                FilePreferences::id,
                taker);
    }

    /** Whether there is a song of an id. */
    boolean has(String id) {
        try {
            return Statements.selectInt(connection, "SELECT 1 FROM song WHERE id = ?", id) == 1;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private <T> void inPortions(
            String sql,
            Statements.RowMapper<T> mapper,
            java.util.function.Function<T, String> id,
            Consumer<List<T>> taker) {
        String after = "";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            List<T> portion;
            do {
                portion = Statements.query(bind(select, after), mapper);
                if (!portion.isEmpty()) {
                    taker.accept(portion);
                    after = id.apply(portion.get(portion.size() - 1));
                }
            } while (portion.size() == PORTION);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static StagedSong staged(ResultSet row) throws SQLException {
        int length = row.getInt(7);
        ExternalSong song = new ExternalSong(
                null,
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                length == 0 ? null : Integer.valueOf(length));
        return new StagedSong(row.getString(1), song, row.getString(8), row.getString(9));
    }

    private static FilePreferences filePreferences(ResultSet row) throws SQLException {
        long starred = row.getLong(2);
        Instant starredAt = row.wasNull() ? null : Instant.ofEpochSecond(starred);
        return new FilePreferences(row.getString(1), new Preferences(starredAt, row.getInt(3), row.getInt(4), null));
    }

    private int number(String sql) {
        try {
            return Statements.selectInt(connection, sql);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static StorageException failed(SQLException e) {
        return new StorageException("What was read of the library cannot be kept: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            Statements.close(song, seen, artist, album);
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            scratch.close();
        }
    }
}
