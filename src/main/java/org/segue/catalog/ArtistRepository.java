package org.segue.catalog;

import static org.segue.storage.Statements.bind;
import static org.segue.storage.Statements.firstInt;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.segue.storage.Database;
import org.segue.storage.KeyedInsert;
import org.segue.storage.Statements;

/** Artists in the database. An artist is a normalized name: sources that spell it alike mean the same. */
@Singleton
public class ArtistRepository {

    /** Of so many matches, oldest first, a search takes the popular ones: a bound on the work for short prefixes. */
    private static final int MAX_MATCHES = 2000;

    private static final String MATCHING =
            "(SELECT rowid FROM artist_search WHERE artist_search MATCH ? ORDER BY rowid LIMIT ?)";

    private static final String UNNAMED =
            "merged_into IS NULL AND NOT EXISTS (SELECT 1 FROM song WHERE song.artist_id = artist.id)"
                    + " AND id NOT IN (SELECT artist_id FROM artist_feedback"
                    + " UNION SELECT artist_id FROM imported_artist_feedback UNION SELECT artist_id FROM artist_credit)";

    /** A name that stands for several is no artist. */
    private static final String ARTISTS =
            "FROM artist WHERE merged_into IS NULL AND id NOT IN (SELECT credit_id FROM artist_credit)";

    private final Database database;

    ArtistRepository(Database database) {
        this.database = database;
    }

    /** Key of the artist of a public id. Blocks. */
    public Optional<Integer> keyOf(String publicId) {
        return database.read(connection -> {
            int key = Statements.selectInt(
                    connection, "SELECT COALESCE(merged_into, id) FROM artist WHERE public_id = ?", publicId);
            return key == 0 ? Optional.empty() : Optional.of(key);
        });
    }

    /** The artist of a name: two spellings that are normalized alike mean the same. Blocks. */
    public Optional<Artist> byName(String name) {
        String nameKey = RecordingKey.artist(name);
        return database.read(connection ->
                artists(connection, "SELECT id, public_id, name FROM artist WHERE name_key = ?", nameKey).stream()
                        .findFirst());
    }

    /** Key of the artist of a name, made if there is none. Inside a write of the caller's. */
    public int resolve(Connection connection, String name) throws SQLException {
        try (Resolving artists = new Resolving(connection)) {
            return artists.key(name);
        }
    }

    /** Artists of keys, in no particular order; keys without an artist are passed over. Blocks. */
    public List<Artist> byIds(Collection<Integer> ids) {
        String list = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
        return database.read(
                connection -> artists(connection, "SELECT id, public_id, name FROM artist WHERE id IN (" + list + ")"));
    }

    /**
     * Artists with words that start like those typed, those with the most-played song first; all of them, oldest first, if none
     * was typed. Blocks.
     *
     * @param typed any text
     * @param offset how many of them to pass over
     * @param limit the most artists to answer with
     */
    public List<Artist> search(String typed, int offset, int limit) {
        String query = SearchWords.prefixQuery(typed);
        if (SearchWords.areSigns(typed)) {
            return byName(typed).stream().skip(offset).limit(limit).toList();
        }
        if (query.isEmpty()) {
            return database.read(connection -> artists(
                    connection,
                    "SELECT id, public_id, name " + ARTISTS + " ORDER BY id LIMIT ? OFFSET ?",
                    limit,
                    offset));
        }
        return database.read(connection -> artists(
                connection,
                "SELECT a.id, a.public_id, a.name FROM artist a WHERE a.id IN " + MATCHING
                        + " ORDER BY (SELECT max(s.listeners) FROM song s WHERE s.artist_id IN "
                        + CreditRepository.namesOf("a.id") + ") DESC, a.id LIMIT ? OFFSET ?",
                query,
                MAX_MATCHES,
                limit,
                offset));
    }

    /** Number of artists that {@link #search} can be paged through. Blocks. */
    public int count(String typed) {
        String query = SearchWords.prefixQuery(typed);
        if (SearchWords.areSigns(typed)) {
            return (int) byName(typed).stream().count();
        }
        return database.read(connection -> query.isEmpty()
                ? Statements.selectInt(connection, "SELECT count(*) " + ARTISTS)
                : Statements.selectInt(connection, "SELECT count(*) FROM " + MATCHING, query, MAX_MATCHES));
    }

    private static List<Artist> artists(Connection connection, String sql, Object... parameters) throws SQLException {
        return Statements.query(
                connection, sql, row -> new Artist(row.getInt(1), row.getString(2), row.getString(3)), parameters);
    }

    /** Statements that find or make artists, prepared once for many. Inside a write of the caller's. */
    static final class Resolving implements AutoCloseable {
        private final PreparedStatement known;
        private final PreparedStatement taken;
        private final KeyedInsert insert;
        private final Map<String, Integer> keys = new HashMap<>();

        Resolving(Connection connection) throws SQLException {
            known = connection.prepareStatement("SELECT id FROM artist WHERE name_key = ?");
            taken = connection.prepareStatement("SELECT 1 FROM artist WHERE public_id = ?");
            insert = new KeyedInsert(connection, "INSERT INTO artist (public_id, name, name_key) VALUES (?, ?, ?)");
        }

        /** Key of the artist of a name. */
        int key(String name) throws SQLException {
            Integer resolved = keys.get(name);
            if (resolved == null) {
                resolved = resolve(name);
                keys.put(name, resolved);
            }
            return resolved;
        }

        private int resolve(String name) throws SQLException {
            String nameKey = RecordingKey.artist(name);
            int key = firstInt(bind(known, nameKey));
            if (key != 0) {
                return key;
            }
            String publicId = PublicId.ofWords(nameKey, id -> firstInt(bind(taken, id)) != 0);
            return insert.insert(publicId, name, nameKey);
        }

        @Override
        public void close() throws SQLException {
            insert.close();
            Statements.close(known, taken);
        }
    }

    /** Deletes the artists that neither a song nor a verdict names any more. Inside a write of the caller's. */
    public int deleteWithoutSongs(Connection connection) throws SQLException {
        // With those that were joined to them.
        Statements.update(
                connection, "DELETE FROM artist WHERE merged_into IN (SELECT id FROM artist WHERE " + UNNAMED + ")");
        int deleted = Statements.update(connection, "DELETE FROM artist WHERE " + UNNAMED);
        // Who was credited under a name that is gone is named no more either, perhaps.
        return deleted == 0 ? 0 : deleted + Statements.update(connection, "DELETE FROM artist WHERE " + UNNAMED);
    }
}
