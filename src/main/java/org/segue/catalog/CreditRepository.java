package org.segue.catalog;

import static org.segue.storage.Statements.bind;
import static org.segue.storage.Statements.firstInt;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ArtistCredit.Credited;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/**
 * Names that stand for several artists, and who these are. Such a name has a row like an artist's, for songs to be called by, and
 * is no artist: search leaves it out, and everything that counts artists counts those whom it credits.
 */
@Singleton
public class CreditRepository {

    private final Database database;

    CreditRepository(Database database) {
        this.database = database;
    }

    /**
     * An artist who is credited.
     *
     * @param artist the artist
     * @param mbid MusicBrainz id, null if it is unknown
     */
    public record CreditedArtist(Artist artist, @Nullable String mbid) {}

    /** Artists of names by the names' keys, in their order: a name of one artist gives that one. Blocks. */
    public Map<Integer, List<CreditedArtist>> artistsOf(Set<Integer> keys) {
        String list = String.join(",", keys.stream().map(String::valueOf).toList());
        return database.read(connection -> {
            Map<Integer, List<CreditedArtist>> found = new HashMap<>();
            Statements.queryEach(
                    connection,
                    "SELECT n.id, a.id, a.public_id, a.name, a.mbid FROM artist n"
                            + " LEFT JOIN artist_credit c ON c.credit_id = n.id"
                            + " JOIN artist a ON a.id = COALESCE(c.artist_id, n.id) WHERE n.id IN (" + list
                            + ") ORDER BY n.id, c.position",
                    row -> found.computeIfAbsent(row.getInt(1), key -> new ArrayList<>())
                            .add(new CreditedArtist(
                                    new Artist(row.getInt(2), row.getString(3), row.getString(4)), row.getString(5))));
            return found;
        });
    }

    /**
     * Notes what MusicBrainz calls artists of whom it is not known; a name of nobody, or of several, is passed over. Inside a write of the caller's.
     *
     * @param mbids by name
     */
    public static void identify(Connection connection, Iterator<Map.Entry<String, String>> mbids) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE artist SET mbid = ? WHERE name_key = ?"
                + " AND mbid IS NULL AND id NOT IN (SELECT credit_id FROM artist_credit)")) {
            while (mbids.hasNext()) {
                Map.Entry<String, String> artist = mbids.next();
                bind(update, artist.getValue(), RecordingKey.artist(artist.getKey()))
                        .executeUpdate();
            }
        }
    }

    /** Keys of artists by their ids at MusicBrainz, in the order of the ids; an id of nobody has no entry. Blocks. */
    public Map<String, Integer> ofMbids(Collection<String> mbids) {
        return database.read(connection -> {
            Map<String, Integer> keys = new LinkedHashMap<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT COALESCE(merged_into, id) FROM artist WHERE mbid = ? ORDER BY merged_into IS NOT NULL LIMIT 1")) {
                for (String mbid : mbids) {
                    int key = firstInt(bind(select, mbid));
                    if (key != 0) {
                        keys.put(mbid, key);
                    }
                }
            }
            return keys;
        });
    }

    /** Those of some artists whose id at MusicBrainz is known, by their keys. Blocks. */
    public Map<Integer, CreditedArtist> identified(Collection<Integer> artistIds) {
        String list = artistIds.stream().map(String::valueOf).collect(Collectors.joining(","));
        return database.read(connection -> {
            Map<Integer, CreditedArtist> found = new HashMap<>();
            Statements.queryEach(
                    connection,
                    "SELECT id, public_id, name, mbid FROM artist WHERE mbid IS NOT NULL AND id IN (" + list + ")",
                    row -> found.put(
                            row.getInt(1),
                            new CreditedArtist(
                                    new Artist(row.getInt(1), row.getString(2), row.getString(3)), row.getString(4))));
            return found;
        });
    }

    /**
     * SQL for the keys of the names that credit an artist, in brackets: the artist's own, and those of several.
     *
     * @param artist SQL for the key of the artist
     */
    public static String namesOf(String artist) {
        return "(SELECT %1$s UNION ALL SELECT credit_id FROM artist_credit WHERE artist_id = %1$s)".formatted(artist);
    }

    /** Keys of artists by the keys of the names that credit them. */
    static Map<Integer, int[]> all(Connection connection) throws SQLException {
        Map<Integer, List<Integer>> found = new HashMap<>();
        Statements.queryEach(
                connection,
                "SELECT credit_id, artist_id FROM artist_credit ORDER BY credit_id, position",
                row -> found.computeIfAbsent(row.getInt(1), key -> new ArrayList<>())
                        .add(row.getInt(2)));
        Map<Integer, int[]> credits = new HashMap<>();
        found.forEach((name, artists) ->
                credits.put(name, artists.stream().mapToInt(Integer::intValue).toArray()));
        return credits;
    }

    /** Statements that note who is credited, for one write of the caller's. */
    public static final class Learning implements AutoCloseable {
        private final ArtistRepository.Resolving artists;
        private final PreparedStatement known;
        private final PreparedStatement isMember;
        private final PreparedStatement insert;
        private final PreparedStatement isNoArtist;
        private final PreparedStatement identify;
        private final Set<String> done = new HashSet<>();

        /** Prepares. */
        public Learning(Connection connection) throws SQLException {
            artists = new ArtistRepository.Resolving(connection);
            known = connection.prepareStatement("SELECT 1 FROM artist_credit WHERE credit_id = ? LIMIT 1");
            isMember = connection.prepareStatement("SELECT 1 FROM artist_credit WHERE artist_id = ? LIMIT 1");
            insert = connection.prepareStatement(
                    "INSERT INTO artist_credit (credit_id, position, artist_id) VALUES (?, ?, ?)");
            isNoArtist = connection.prepareStatement("DELETE FROM artist_search WHERE rowid = ?");
            identify = connection.prepareStatement("UPDATE artist SET mbid = ?2 WHERE id = ?1 AND mbid IS NULL");
        }

        /**
         * Notes who the artists of a name are; what was noted first stays.
         *
         * @param name of all of them together, as a song is credited
         * @return whether anything is other than it was
         */
        public boolean learn(String name, ArtistCredit credit) throws SQLException {
            if (!credit.isTelling() || !done.add(name)) {
                return false;
            }
            return credit.artists().size() == 1
                    ? identify(name, credit.artists().get(0))
                    : learn(name, credit.artists());
        }

        // An id that stands beside another name is that of one of several, perhaps.
        private boolean identify(String name, Credited one) throws SQLException {
            return RecordingKey.artist(name).equals(RecordingKey.artist(one.name()))
                    && bind(identify, artists.key(name), one.mbid()).executeUpdate() > 0;
        }

        private boolean learn(String name, List<Credited> credited) throws SQLException {
            int key = artists.key(name);
            if (firstInt(bind(known, key)) != 0 || firstInt(bind(isMember, key)) != 0) {
                return false;
            }
            List<Integer> members = new ArrayList<>();
            for (Credited one : credited) {
                int member = artists.key(one.name());
                // Whoever is a name of several cannot be one of them.
                if (member == key || firstInt(bind(known, member)) != 0) {
                    return false;
                }
                members.add(member);
                bind(identify, member, one.mbid()).executeUpdate();
            }
            for (int position = 0; position < members.size(); position++) {
                bind(insert, key, position, members.get(position)).executeUpdate();
            }
            bind(isNoArtist, key).executeUpdate();
            return true;
        }

        @Override
        public void close() throws SQLException {
            artists.close();
            Statements.close(known, isMember, insert, isNoArtist, identify);
        }
    }
}
