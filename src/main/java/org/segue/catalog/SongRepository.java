package org.segue.catalog;

import static org.segue.storage.Statements.bind;
import static org.segue.storage.Statements.firstInt;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** Songs in the database. Methods without a connection block; the others run inside a read or write of the caller's. */
@Singleton
public class SongRepository {

    private static final String SELECT = "SELECT t.id, t.public_id, t.title, t.artist_id, a.name, a.public_id, t.album"
            + " FROM song s JOIN song t ON t.id = COALESCE(s.merged_into, s.id)"
            + " LEFT JOIN artist a ON a.id = t.artist_id ";

    /** Of so many matches, oldest first, a search takes the popular ones: a bound on the work for short prefixes. */
    private static final int MOST_MATCHES = 2000;

    private final Database database;

    SongRepository(Database database) {
        this.database = database;
    }

    /** The song of a public id. */
    public Optional<Song> byPublicId(String publicId) {
        return database.read(connection -> songs(connection, SELECT + "WHERE s.public_id = ?", publicId).stream()
                .findFirst());
    }

    /** The song that a source calls by an id. */
    public Optional<Song> byAlias(String source, String externalId) {
        return database.read(connection -> songs(
                        connection,
                        SELECT + "JOIN song_alias l ON l.song_id = s.id JOIN source o ON o.id = l.source_id"
                                + " WHERE o.name = ? AND l.external_id = ?",
                        source,
                        externalId)
                .stream()
                .findFirst());
    }

    /** Songs of keys, in no particular order; keys without a song are passed over. */
    public List<Song> byIds(Collection<Integer> ids) {
        String list = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
        return database.read(connection -> songs(connection, SELECT + "WHERE s.id IN (" + list + ")"));
    }

    /**
     * Songs with words in title or artist that start like those typed, popular first; all of them if none was typed.
     *
     * @param typed any text
     * @param offset how many of them to pass over
     * @param limit the most songs to answer with
     */
    public List<Song> search(String typed, int offset, int limit) {
        String query = SearchWords.prefixQuery(typed);
        if (query.isEmpty()) {
            return database.read(connection -> songs(
                    connection,
                    SELECT + "WHERE s.merged_into IS NULL ORDER BY s.listeners DESC, s.id LIMIT ? OFFSET ?",
                    limit,
                    offset));
        }
        return database.read(connection -> songs(
                connection,
                SELECT
                        + "WHERE s.id IN (SELECT rowid FROM song_search WHERE song_search MATCH ? ORDER BY rowid LIMIT ?)"
                        + " ORDER BY s.listeners DESC, s.id LIMIT ? OFFSET ?",
                query,
                MOST_MATCHES,
                limit,
                offset));
    }

    /** Number of songs that {@link #search} can be paged through. */
    public int count(String typed) {
        String query = SearchWords.prefixQuery(typed);
        return database.read(connection -> query.isEmpty()
                ? Statements.selectInt(connection, "SELECT count(*) FROM song WHERE merged_into IS NULL")
                : Math.min(
                        MOST_MATCHES,
                        Statements.selectInt(
                                connection, "SELECT count(*) FROM song_search WHERE song_search MATCH ?", query)));
    }

    /**
     * Keys of a source's songs, made where they are new. A title that a known song lacked is added to it.
     *
     * @param source whose ids they are
     * @param importId the import that brings them
     * @param externalSongs what the source knows of them
     * @param found takes each with its key, in the same order
     */
    public void resolve(
            Connection connection,
            Source source,
            int importId,
            Iterator<ExternalSong> externalSongs,
            ObjIntConsumer<ExternalSong> found)
            throws SQLException {
        try (Resolving resolving = new Resolving(connection, source, importId)) {
            while (externalSongs.hasNext()) {
                ExternalSong song = externalSongs.next();
                found.accept(song, resolving.key(song));
            }
        }
    }

    /** What ranking must know of every song. */
    public SongTable table() {
        return database.read(connection -> {
            int size = Statements.selectInt(connection, "SELECT max(id) FROM song") + 1;
            int[] artists = new int[size];
            int[] listeners = new int[size];
            try (PreparedStatement select = connection.prepareStatement("SELECT id, artist_id, listeners FROM song");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    artists[row.getInt(1)] = row.getInt(2);
                    listeners[row.getInt(1)] = row.getInt(3);
                }
            }
            return new SongTable(artists, listeners, recordings(connection, size));
        });
    }

    // Read from the index alone, and only where several songs share a recording.
    private static int[] recordings(Connection connection, int size) throws SQLException {
        int[] recordings = new int[size];
        try (PreparedStatement select = connection.prepareStatement("SELECT s.id, r.first FROM"
                        + " (SELECT recording_key, min(id) AS first FROM song WHERE recording_key IS NOT NULL"
                        + " GROUP BY recording_key HAVING count(*) > 1) r"
                        + " JOIN song s ON s.recording_key = r.recording_key AND s.recording_key IS NOT NULL");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                recordings[row.getInt(1)] = row.getInt(2);
            }
        }
        return recordings;
    }

    /** Notes how many users have each song. */
    public void updateListeners(Connection connection, Iterator<SongListeners> counts) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE song SET listeners = ?1 WHERE id = ?2 AND listeners <> ?1")) {
            while (counts.hasNext()) {
                SongListeners count = counts.next();
                bind(update, count.listeners(), count.songId()).executeUpdate();
            }
        }
    }

    /** Deletes a song that has no interactions left, with aliases and words. */
    public void delete(Connection connection, int songId) throws SQLException {
        Statements.update(connection, "DELETE FROM song_alias WHERE song_id = ?", songId);
        Statements.update(connection, "DELETE FROM song_search WHERE rowid = ?", songId);
        Statements.update(connection, "DELETE FROM song WHERE id = ?", songId);
    }

    /** Whether a song is there because of imports alone. */
    public boolean isBrought(Connection connection, int songId) throws SQLException {
        return Statements.selectInt(connection, "SELECT 1 FROM song WHERE id = ? AND import_id IS NOT NULL", songId)
                != 0;
    }

    /** Keys of all songs that imports brought. */
    public List<Integer> brought(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id FROM song WHERE import_id IS NOT NULL")) {
            return Statements.ints(select);
        }
    }

    private static List<Song> songs(Connection connection, String sql, Object... parameters) throws SQLException {
        List<Song> songs = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = bind(select, parameters).executeQuery()) {
            while (row.next()) {
                songs.add(song(row));
            }
        }
        return songs;
    }

    private static Song song(ResultSet row) throws SQLException {
        String artist = row.getString(5);
        return new Song(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                artist == null ? "" : artist,
                row.getString(6),
                row.getString(7));
    }

    /** The statements of {@link #resolve}, prepared once for many songs. */
    private static final class Resolving implements AutoCloseable {
        private final Source source;
        private final int importId;
        private final ArtistRepository.Resolving artists;
        private final PreparedStatement known;
        private final PreparedStatement taken;
        private final PreparedStatement insert;
        private final PreparedStatement alias;
        private final PreparedStatement words;
        private final PreparedStatement describe;
        private final PreparedStatement forgetWords;

        Resolving(Connection connection, Source source, int importId) throws SQLException {
            this.source = source;
            this.importId = importId;
            artists = new ArtistRepository.Resolving(connection);
            known = connection.prepareStatement(
                    "SELECT song_id FROM song_alias WHERE source_id = ? AND external_id = ?");
            taken = connection.prepareStatement("SELECT 1 FROM song WHERE public_id = ?");
            insert = connection.prepareStatement(
                    "INSERT INTO song (public_id, title, artist_id, album, recording_key, import_id)"
                            + " VALUES (?, ?, ?, ?, ?, ?) RETURNING id");
            alias = connection.prepareStatement(
                    "INSERT INTO song_alias (source_id, external_id, song_id) VALUES (?, ?, ?)");
            words = connection.prepareStatement("INSERT INTO song_search (rowid, title, artist) VALUES (?, ?, ?)");
            describe = connection.prepareStatement("UPDATE song SET title = ?, artist_id = ?, album = ?,"
                    + " recording_key = ? WHERE id = ? AND recording_key IS NULL");
            forgetWords = connection.prepareStatement("DELETE FROM song_search WHERE rowid = ?");
        }

        int key(ExternalSong song) throws SQLException {
            int key = firstInt(bind(known, source.id(), song.id()));
            if (key == 0) {
                return create(song);
            }
            if (song.title() != null) {
                describe(key, song, song.title());
            }
            return key;
        }

        private int create(ExternalSong song) throws SQLException {
            String publicId = PublicId.choose(source.name(), song.id(), id -> firstInt(bind(taken, id)) != 0);
            String title = song.title() == null ? song.id() : song.title();
            int key = firstInt(
                    bind(insert, publicId, title, artistKey(song), song.album(), recordingKey(song), importId));
            bind(alias, source.id(), song.id(), key).executeUpdate();
            bind(words, key, title, song.artist()).executeUpdate();
            return key;
        }

        private void describe(int key, ExternalSong song, String title) throws SQLException {
            bind(describe, title, artistKey(song), song.album(), recordingKey(song), key);
            if (describe.executeUpdate() == 1) {
                bind(forgetWords, key).executeUpdate();
                bind(words, key, title, song.artist()).executeUpdate();
            }
        }

        private @Nullable Integer artistKey(ExternalSong song) throws SQLException {
            return song.artist() == null ? null : artists.key(song.artist());
        }

        private static @Nullable String recordingKey(ExternalSong song) {
            return song.title() == null
                    ? null
                    : RecordingKey.of(song.artist() == null ? "" : song.artist(), song.title());
        }

        @Override
        public void close() throws SQLException {
            artists.close();
            Statements.close(known, taken, insert, alias, words, describe, forgetWords);
        }
    }
}
