package org.segue.catalog;

import static org.segue.storage.Statements.bind;

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
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** Songs in the database. Methods without a connection block; the others run inside a read or write of the caller's. */
@Singleton
public class SongRepository {

    private static final String SELECT = "SELECT t.id, t.public_id, t.title, t.artist_id, a.name, a.public_id, t.album"
            + " FROM song s JOIN song t ON t.id = COALESCE(s.merged_into, s.id)"
            + " LEFT JOIN artist a ON a.id = t.artist_id ";

    /** How many matches among the less popular songs a search takes, oldest first: bounds the work for short prefixes. */
    private static final int MAX_MATCHES = 500;

    /** Songs whose title is signs, or whose artist's name is. */
    private static final String CALLED = "WHERE s.merged_into IS NULL AND s.id IN (SELECT id FROM song WHERE signs = ?1"
            + " UNION SELECT o.id FROM song o JOIN artist b ON b.id = o.artist_id WHERE b.name_key = ?1)";

    private static final String MATCHING_POPULAR =
            "(SELECT rowid FROM popular_song_search WHERE popular_song_search MATCH ?";

    private static final String POPULAR_MATCHES =
            "SELECT t.id, t.public_id, t.title, t.artist_id, a.name, a.public_id, t.album FROM popular_song p"
                    + " JOIN song t ON t.id = p.song_id LEFT JOIN artist a ON a.id = t.artist_id WHERE p.rank IN "
                    + MATCHING_POPULAR + " ORDER BY rowid LIMIT ? OFFSET ?) ORDER BY p.rank";

    private static final String COUNT_POPULAR =
            "SELECT count(*) FROM popular_song p WHERE p.rank IN " + MATCHING_POPULAR + ")";

    private static final String MATCHING_OTHERS = "(SELECT rowid AS id FROM song_search WHERE song_search MATCH ?"
            + " ORDER BY rowid LIMIT ?) m WHERE NOT EXISTS (SELECT 1 FROM popular_song p WHERE p.song_id = m.id)";

    // Picks the page of matches before it joins artists: joining all matches takes several times as long.
    private static final String OTHER_MATCHES = SELECT
            + "WHERE s.id IN (SELECT o.id FROM song o WHERE o.id IN (SELECT m.id FROM " + MATCHING_OTHERS
            + ") ORDER BY o.listeners DESC, o.id LIMIT ? OFFSET ?) ORDER BY s.listeners DESC, s.id";

    private static final String COUNT_OTHERS = "SELECT count(*) FROM " + MATCHING_OTHERS;

    private final Database database;

    SongRepository(Database database) {
        this.database = database;
    }

    /** The song of a public id. */
    public Optional<Song> byPublicId(String publicId) {
        return database.read(connection ->
                Statements.queryFirst(connection, SELECT + "WHERE s.public_id = ?", row -> song(row, 1), publicId));
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

    /**
     * Songs of keys, in no particular order; keys without a song are passed over. The key of a song that was joined to another
     * gives the other, under the key that was asked for.
     */
    public List<Song> byIds(Collection<Integer> ids) {
        String list = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
        return database.read(
                connection -> songs(connection, SELECT.replaceFirst("t.id", "s.id") + "WHERE s.id IN (" + list + ")"));
    }

    /**
     * Songs with words in title or artist that start like those typed, popular first; all of them if none was typed.
     *
     * <p>The popular songs have an index of their own, in their order: of short prefixes, which match much of a large catalog, it has more than anybody reads. Of the others a search takes the oldest {@value #MAX_MATCHES} matches.
     *
     * @param typed any text
     * @param offset how many of them to pass over
     * @param limit the most songs to answer with
     */
    public List<Song> search(String typed, int offset, int limit) {
        String query = SearchWords.prefixQuery(typed);
        String signs = SearchWords.signs(typed);
        if (signs != null) {
            return database.query(
                    SELECT + CALLED + " ORDER BY s.listeners DESC, s.id LIMIT ?2 OFFSET ?3",
                    row -> song(row, 1),
                    signs,
                    limit,
                    offset);
        }
        if (query.isEmpty()) {
            return database.read(connection -> songs(
                    connection,
                    SELECT + "WHERE s.merged_into IS NULL ORDER BY s.listeners DESC, s.id LIMIT ? OFFSET ?",
                    limit,
                    offset));
        }
        return database.read(connection -> {
            List<Song> found = songs(connection, POPULAR_MATCHES, query, limit, offset);
            if (found.size() == limit) {
                return found;
            }
            int popular = Statements.selectInt(connection, COUNT_POPULAR, query);
            List<Song> all = new ArrayList<>(found);
            all.addAll(songs(
                    connection,
                    OTHER_MATCHES,
                    query,
                    MAX_MATCHES,
                    limit - found.size(),
                    Math.max(0, offset - popular)));
            return all;
        });
    }

    /** Songs of an artist, those that most people have first. */
    public List<Song> ofArtist(int artistId, int limit) {
        return database.read(connection -> songs(
                connection,
                SELECT + "WHERE s.artist_id IN " + CreditRepository.namesOf("?1")
                        + " AND s.merged_into IS NULL ORDER BY s.listeners DESC, s.id LIMIT ?2",
                artistId,
                limit));
    }

    /** Number of songs that {@link #search} can be paged through. */
    public int count(String typed) {
        String query = SearchWords.prefixQuery(typed);
        String signs = SearchWords.signs(typed);
        if (signs != null) {
            return database.read(
                    connection -> Statements.selectInt(connection, "SELECT count(*) FROM song s " + CALLED, signs));
        }
        return database.read(connection -> query.isEmpty()
                ? Statements.selectInt(connection, "SELECT count(*) FROM song WHERE merged_into IS NULL")
                : Statements.selectInt(connection, COUNT_POPULAR, query)
                        + Statements.selectInt(connection, COUNT_OTHERS, query, MAX_MATCHES));
    }

    /**
     * Keys of songs, made where they are new. What identifies a recording (the source's id, MusicBrainz id, ISRC, artist and
     * title) finds it whatever source brought it; two songs that turn out to be one are joined, and the key of the one that goes
     * leads to the other for ever. What a known song lacked is added to it.
     *
     * @param source whose ids they are
     * @param importId the import that brings them, 0 for none
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
        try (SongResolvingRepository resolving = new SongResolvingRepository(connection, source, importId)) {
            while (externalSongs.hasNext()) {
                ExternalSong song = externalSongs.next();
                found.accept(song, resolving.key(song));
            }
        }
    }

    /** Key of one song, made if it is new: see the other form. Inside a write of the caller's. */
    public int resolve(Connection connection, Source source, int importId, ExternalSong song) throws SQLException {
        try (SongResolvingRepository resolving = new SongResolvingRepository(connection, source, importId)) {
            return resolving.key(song);
        }
    }

    /** Key of the song of a MusicBrainz recording id, 0 if there is none. */
    public int ofMbid(Connection connection, String mbid) throws SQLException {
        return Statements.selectInt(
                connection,
                "SELECT a.song_id FROM song_alias a JOIN source s ON s.id = a.source_id"
                        + " WHERE s.name = 'musicbrainz' AND a.external_id = ?",
                mbid);
    }

    /** Songs that were joined to others: what rows under their keys count for. Inside a read of the caller's. */
    public SongMerges joined(Connection connection) throws SQLException {
        return SongMergeRepository.joined(connection, "");
    }

    /** What ranking must know of every song. */
    public SongStats table() {
        return database.read(connection -> {
            int size = Statements.selectInt(connection, "SELECT max(id) FROM song") + 1;
            int[] artists = new int[size];
            int[] listeners = new int[size];
            Statements.queryEach(connection, "SELECT id, artist_id, listeners FROM song", row -> {
                artists[row.getInt(1)] = row.getInt(2);
                listeners[row.getInt(1)] = row.getInt(3);
            });
            int[] works = SongWorksRepository.works(connection, size);
            return new SongStats(artists, listeners, recordings(connection, size), works)
                    .with(DemoContentRepository.read(connection, listeners))
                    .crediting(CreditRepository.all(connection))
                    .offering(ModelSongRepository.ofAnyModel(connection));
        });
    }

    // Read from the index alone, and only where several songs share a recording.
    private static int[] recordings(Connection connection, int size) throws SQLException {
        int[] recordings = new int[size];
        Statements.queryEach(
                connection,
                "SELECT s.id, r.first FROM (SELECT recording_key, min(id) AS first FROM song WHERE recording_key IS NOT NULL"
                        + " GROUP BY recording_key HAVING count(*) > 1) r"
                        + " JOIN song s ON s.recording_key = r.recording_key AND s.recording_key IS NOT NULL",
                row -> recordings[row.getInt(1)] = row.getInt(2));
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

    /** Deletes a song that has no interactions left, with aliases, words and the songs that were joined to it. */
    public void delete(Connection connection, int songId) throws SQLException {
        Statements.update(connection, "DELETE FROM song WHERE merged_into = ?", songId);
        Statements.update(connection, "DELETE FROM song_alias WHERE song_id = ?", songId);
        Statements.update(connection, "DELETE FROM song_search WHERE rowid = ?", songId);
        Statements.update(
                connection,
                "DELETE FROM popular_song_search WHERE rowid IN (SELECT rank FROM popular_song WHERE song_id = ?)",
                songId);
        Statements.update(connection, "DELETE FROM popular_song WHERE song_id = ?", songId);
        Statements.update(connection, "DELETE FROM song WHERE id = ?", songId);
    }

    /** Whether a song is there because of imports alone, and no library has it. */
    public boolean isBrought(Connection connection, int songId) throws SQLException {
        return Statements.selectInt(
                        connection,
                        "SELECT 1 FROM song WHERE id = ?1 AND import_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM library_file"
                                + " WHERE song_id IN (SELECT id FROM song WHERE id = ?1 OR merged_into = ?1))",
                        songId)
                != 0;
    }

    /** Keys of all songs that imports brought and that are not joined to others. */
    public List<Integer> brought(Connection connection) throws SQLException {
        return Statements.query(
                connection,
                "SELECT id FROM song WHERE import_id IS NOT NULL AND merged_into IS NULL",
                row -> row.getInt(1));
    }

    private static List<Song> songs(Connection connection, String sql, Object... parameters) throws SQLException {
        return Statements.query(connection, sql, row -> song(row, 1), parameters);
    }

    /**
     * A song from seven columns of a row: key, public id, title, key, name and public id of the artist, album.
     *
     * @param first number of the first of them
     */
    public static Song song(ResultSet row, int first) throws SQLException {
        String artist = row.getString(first + 4);
        return new Song(
                row.getInt(first),
                row.getString(first + 1),
                row.getString(first + 2),
                row.getInt(first + 3),
                artist == null ? "" : artist,
                row.getString(first + 5),
                row.getString(first + 6));
    }
}
