package org.segue.library;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Song;
import org.segue.catalog.SongRepository;
import org.segue.library.LibrarySong.Candidate;
import org.segue.library.LibrarySong.Match;
import org.segue.library.LibrarySong.MatchedBy;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** The songs of libraries that are in force: as the latest sync of each saw them. Its methods block. */
@Singleton
public class LibrarySongRepository {

    private static final String SONG = "t.id, t.public_id, t.title, t.artist_id, a.name, a.public_id, t.album";
    private static final String OF_SONG = " JOIN song s ON s.id = %1$s.song_id JOIN song t ON t.id ="
            + " COALESCE(s.merged_into, s.id) LEFT JOIN artist a ON a.id = t.artist_id";

    private static final String SELECT = "SELECT l.external_id, l.title, l.artist, l.album, l.album_id, l.path,"
            + " l.matched_by, " + SONG + " FROM library_song l" + OF_SONG.formatted("l");

    private static final String CANDIDATES = "SELECT c.similarity, " + SONG + " FROM library_candidate c"
            + OF_SONG.formatted("c")
            + " WHERE c.library_id = ? AND c.external_id = ? ORDER BY c.similarity DESC, t.id";

    // Left to itself SQLite reads the whole library for a song. Of several files of a song one with a star, else one of
    // a studio album, else that of the song's album.
    private static final String FILES =
            "SELECT l.external_id FROM library_login a JOIN library y ON y.id = a.library_id"
                    + " JOIN song t ON t.id = ?2 JOIN song s ON s.id = t.id OR s.merged_into = t.id"
                    + " JOIN library_file l INDEXED BY library_file_by_song"
                    + " ON l.song_id = s.id AND l.library_id = y.id AND l.seen = y.seen WHERE a.id = ?1"
                    + " AND (a.partial = 0 OR EXISTS (SELECT 1 FROM library_login_song v WHERE v.login_id = a.id"
                    + " AND v.external_id = l.external_id)) ORDER BY "
                    + FileChoiceRepository.STARRED_FIRST.formatted("g.id = a.id") + ", "
                    + FileChoiceRepository.STUDIO_FIRST
                    + ", l.album IS NOT t.album, l.external_id LIMIT 1";

    private final Database database;

    LibrarySongRepository(Database database) {
        this.database = database;
    }

    /** How many songs a library has, by how they were matched; none of a kind has no entry. */
    public Map<MatchedBy, Integer> counts(int libraryId) {
        return database.read(connection -> {
            Map<MatchedBy, Integer> counts = new EnumMap<>(MatchedBy.class);
            Statements.queryEach(
                    connection,
                    "SELECT matched_by, count(*) FROM library_song WHERE library_id = ? GROUP BY 1",
                    row -> counts.put(MatchedBy.of(row.getString(1)), row.getInt(2)),
                    libraryId);
            return counts;
        });
    }

    /**
     * Part of a library's songs; those that were not matched and have candidates come first, then by the server's id.
     *
     * @param by only those that were matched so, null for all
     */
    public List<LibrarySong> page(int libraryId, @Nullable MatchedBy by, int offset, int limit) {
        return database.read(connection -> {
            List<LibrarySong> songs = Statements.query(
                    connection,
                    SELECT + " WHERE l.library_id = ?1 AND (?2 IS NULL OR l.matched_by = ?2)"
                            + " ORDER BY NOT EXISTS (SELECT 1 FROM library_candidate c WHERE c.library_id = ?1"
                            + " AND c.external_id = l.external_id), l.external_id LIMIT ?3 OFFSET ?4",
                    LibrarySongRepository::song,
                    libraryId,
                    by == null ? null : by.word(),
                    limit,
                    offset);
            return withCandidates(connection, libraryId, songs);
        });
    }

    /** The song that a library's server calls by an id. */
    public Optional<LibrarySong> byId(int libraryId, String externalId) {
        return database.queryFirst(
                SELECT + " WHERE l.library_id = ? AND l.external_id = ?",
                LibrarySongRepository::song,
                libraryId,
                externalId);
    }

    /** Keys of the songs that a library's server calls by ids; an id that it does not have has no entry. */
    public Map<String, Integer> songIds(int libraryId, Collection<String> externalIds) {
        return database.read(connection -> {
            Map<String, Integer> keys = new HashMap<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT COALESCE(s.merged_into, s.id) FROM library_song l JOIN song s ON s.id = l.song_id"
                            + " WHERE l.library_id = ? AND l.external_id = ?")) {
                for (String id : externalIds) {
                    int key = Statements.firstInt(select, libraryId, id);
                    if (key != 0) {
                        keys.put(id, key);
                    }
                }
            }
            return keys;
        });
    }

    /**
     * The server's ids of songs that a login sees, by their keys; a song that it does not see has no entry. Of several files of one song
     * one with a star of the login's, else one of a studio album.
     */
    public Map<Integer, String> externalIds(LibraryLogin login, Collection<Integer> songIds) {
        return database.read(connection -> {
            Map<Integer, String> ids = new HashMap<>();
            try (PreparedStatement select = connection.prepareStatement(FILES)) {
                for (int songId : songIds) {
                    Statements.queryFirst(Statements.bind(select, login.id(), songId), row -> row.getString(1))
                            .ifPresent(id -> ids.put(songId, id));
                }
            }
            return ids;
        });
    }

    private static List<LibrarySong> withCandidates(Connection connection, int libraryId, List<LibrarySong> songs)
            throws SQLException {
        List<LibrarySong> complete = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(CANDIDATES)) {
            for (LibrarySong song : songs) {
                List<Candidate> candidates = Statements.query(
                        Statements.bind(select, libraryId, song.id()),
                        row -> new Candidate(SongRepository.song(row, 2), row.getDouble(1)));
                Match match = new Match(song.match().song(), song.match().by(), candidates);
                complete.add(new LibrarySong(
                        song.id(), song.title(), song.artist(), song.album(), song.albumId(), song.path(), match));
            }
        }
        return complete;
    }

    private static LibrarySong song(ResultSet row) throws SQLException {
        Song song = SongRepository.song(row, 8);
        return new LibrarySong(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                new Match(song, MatchedBy.of(row.getString(7)), List.of()));
    }
}
