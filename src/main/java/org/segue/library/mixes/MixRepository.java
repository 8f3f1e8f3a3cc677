package org.segue.library.mixes;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.segue.catalog.CreditRepository;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** What libraries call songs and artists, in the database. Its methods block. */
@Singleton
class MixRepository {

    private static final String SONGS_CALLED =
            "SELECT l.id, COALESCE(s.merged_into, s.id) FROM library l JOIN library_song f ON f.library_id = l.id"
                    + " AND f.external_id = ? JOIN song s ON s.id = f.song_id";

    private static final String ARTISTS_CALLED =
            "SELECT l.id, COALESCE(a.merged_into, a.id) FROM library l JOIN library_artist n ON n.library_id = l.id"
                    + " AND n.external_id = ? JOIN artist a ON a.name_key = n.name_key";

    // Left to itself SQLite reads the whole library for a few songs.
    private static final String FILES =
            "SELECT COALESCE(s.merged_into, s.id), f.external_id, f.title, f.artist, f.album FROM song s"
                    + " JOIN library y ON y.id = ?1 JOIN library_file f INDEXED BY library_file_by_song"
                    + " ON f.song_id = s.id AND f.library_id = y.id AND f.seen = y.seen WHERE ";

    // Of several files of a song those of studio albums come first.
    private static final String SECONDARY =
            "EXISTS (SELECT 1 FROM library_album b WHERE b.library_id = f.library_id AND b.external_id = f.album_id)";

    private final Database database;

    MixRepository(Database database) {
        this.database = database;
    }

    /** Names of libraries by key. */
    Map<Integer, String> libraries() {
        return database.read(connection -> {
            Map<Integer, String> names = new HashMap<>();
            Statements.queryEach(
                    connection, "SELECT id, name FROM library", row -> names.put(row.getInt(1), row.getString(2)));
            return names;
        });
    }

    /** The songs that libraries call by an id, by the keys of the libraries. */
    Map<Integer, Integer> songsCalled(String id) {
        return called(SONGS_CALLED, id);
    }

    /** The artists that libraries call by an id, by the keys of the libraries. */
    Map<Integer, Integer> artistsCalled(String id) {
        return called(ARTISTS_CALLED, id);
    }

    private Map<Integer, Integer> called(String sql, String id) {
        return database.read(connection -> {
            Map<Integer, Integer> keys = new HashMap<>();
            Statements.queryEach(connection, sql, row -> keys.put(row.getInt(1), row.getInt(2)), id);
            return keys;
        });
    }

    /** Keys of the songs of a library. */
    BitSet songs(int libraryId) {
        return database.read(connection -> {
            BitSet songs = new BitSet();
            Statements.queryEach(
                    connection,
                    "SELECT COALESCE(s.merged_into, s.id) FROM library_song f JOIN song s ON s.id = f.song_id"
                            + " WHERE f.library_id = ?",
                    row -> songs.set(row.getInt(1)),
                    libraryId);
            return songs;
        });
    }

    /** What a library has of songs, by their keys, those of studio albums first; a song that it lacks has no entry. */
    Map<Integer, List<FileOfSong>> files(int libraryId, Collection<Integer> songIds) {
        String list = songIds.stream().map(String::valueOf).collect(Collectors.joining(","));
        return database.read(connection -> {
            Map<Integer, List<FileOfSong>> files = new HashMap<>();
            Statements.queryEach(
                    connection,
                    FILES + "s.id IN (" + list + ") OR s.merged_into IN (" + list + ") ORDER BY " + SECONDARY
                            + ", f.external_id",
                    row -> files.computeIfAbsent(row.getInt(1), key -> new ArrayList<>())
                            .add(file(row)),
                    libraryId);
            return files;
        });
    }

    /** Songs of an artist that a library has, those that most people have first; each once. */
    List<FileOfSong> ofArtist(int libraryId, int artistId, int limit) {
        return database.query(
                FILES + "s.artist_id IN " + CreditRepository.namesOf("?2")
                        + " GROUP BY COALESCE(s.merged_into, s.id) ORDER BY s.listeners DESC, min(" + SECONDARY
                        + " || f.external_id) LIMIT ?3",
                MixRepository::file,
                libraryId,
                artistId,
                limit);
    }

    private static FileOfSong file(ResultSet row) throws SQLException {
        return new FileOfSong(row.getString(2), row.getString(3), row.getString(4), row.getString(5));
    }

    /** What a library calls artists, by their keys; an artist that it lacks has no entry. */
    Map<Integer, String> artistIds(int libraryId, Collection<Integer> artistIds) {
        String list = artistIds.stream().map(String::valueOf).collect(Collectors.joining(","));
        return database.read(connection -> {
            Map<Integer, String> ids = new HashMap<>();
            Statements.queryEach(
                    connection,
                    "SELECT a.id, min(n.external_id) FROM artist a JOIN library_artist n ON n.name_key = a.name_key"
                            + " AND n.library_id = ? WHERE a.id IN (" + list + ") GROUP BY a.id",
                    row -> ids.put(row.getInt(1), row.getString(2)),
                    libraryId);
            return ids;
        });
    }

    /** Whether somebody is called so on a server that the user signs in to. */
    boolean isCalled(int userId, String serverUser) {
        return database.read((Connection connection) -> Statements.selectInt(
                        connection,
                        "SELECT EXISTS (SELECT 1 FROM library_login WHERE user_id = ? AND server_user = ? COLLATE NOCASE)",
                        userId,
                        serverUser)
                == 1);
    }
}
