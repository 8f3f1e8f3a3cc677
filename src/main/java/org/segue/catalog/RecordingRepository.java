package org.segue.catalog;

import static org.segue.storage.Statements.bind;
import static org.segue.storage.Statements.firstInt;
import static org.segue.storage.Statements.selectInt;
import static org.segue.storage.Statements.update;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/**
 * Songs by what players know of recordings: the id at MusicBrainz first, then the ISRC, then the words. Methods without a
 * connection block; the others run inside a read or write of the caller's.
 */
@Singleton
public class RecordingRepository {

    /** What players call recordings: the ids of their words. */
    public static final String SOURCE = "listenbrainz";

    private static final String SONGS_OF_USER = "SELECT DISTINCT song_id FROM listen WHERE user_id = ?1"
            + " UNION SELECT song_id FROM play_count WHERE user_id = ?1";

    private final Database database;
    private final SourceRepository sources;

    RecordingRepository(Database database, SourceRepository sources) {
        this.database = database;
        this.sources = sources;
    }

    /**
     * Ids of a song.
     *
     * @param mbid id of the recording at MusicBrainz, null if none is known
     * @param isrc international code, null if none is known
     */
    public record Identity(@Nullable String mbid, @Nullable String isrc) {

        /** Of a song of which no ids are known. */
        public static final Identity NONE = new Identity(null, null);
    }

    /** Finds or makes the songs of recordings, for one write of the caller's. */
    public Resolving resolving(Connection connection, Consumer<String> made) throws SQLException {
        return new Resolving(connection, source(connection), made);
    }

    private Source source(Connection connection) throws SQLException {
        int known = selectInt(connection, "SELECT id FROM source WHERE name = ?", SOURCE);
        return known != 0 ? new Source(known, SOURCE) : sources.resolve(connection, SOURCE);
    }

    /**
     * The statements that most recordings need, prepared once: most listens are of songs that were heard before. To prepare
     * them for each costs ten times what they do.
     */
    public static final class Resolving implements AutoCloseable {
        private final Connection connection;
        private final Source source;
        private final Consumer<String> made;
        private final PreparedStatement named;
        private final PreparedStatement complete;
        private final Map<Recording, Integer> found = new HashMap<>();

        private Resolving(Connection connection, Source source, Consumer<String> made) throws SQLException {
            this.connection = connection;
            this.source = source;
            this.made = made;
            named = connection.prepareStatement("SELECT COALESCE(s.merged_into, s.id) FROM song_alias l"
                    + " JOIN song s ON s.id = l.song_id WHERE l.source_id = ? AND l.external_id = ?");
            // Of a song that a player has named before: what it says now adds nothing.
            complete = connection.prepareStatement("SELECT COALESCE(merged_into, id) FROM song WHERE mbid = ?1"
                    + " AND import_id IS NULL AND (?2 IS NULL OR isrc IS NOT NULL) AND (?3 IS NULL OR album IS NOT NULL)"
                    + " ORDER BY id LIMIT 1");
        }

        /**
         * Key of the song that a recording is, made if it is new. Ids that the song lacked are added to it, and from here on it
         * stays, whichever imports are taken back.
         */
        public int key(Recording recording) throws SQLException {
            Integer before = found.get(recording);
            if (before != null) {
                return before;
            }
            int key = find(recording);
            found.put(recording, key);
            return key;
        }

        private int find(Recording recording) throws SQLException {
            String msid = recording.msid();
            int byWords = firstInt(bind(named, source.id(), msid));
            if (byWords != 0 && recording.mbid() == null && recording.isrc() == null) {
                return byWords;
            }
            int byId = byWords == 0 || recording.mbid() == null
                    ? 0
                    : firstInt(bind(complete, recording.mbid(), recording.isrc(), recording.album()));
            return byId != 0 ? byId : resolve(recording, msid, byWords == 0);
        }

        private int resolve(Recording recording, String msid, boolean isNew) throws SQLException {
            int known = RecordingRepository.find(connection, recording);
            int key = known != 0 ? known : create(connection, source, recording, msid, made);
            if (known != 0) {
                RecordingRepository.complete(connection, key, recording);
            }
            if (isNew) {
                update(
                        connection,
                        "INSERT OR IGNORE INTO song_alias (source_id, external_id, song_id) VALUES (?, ?, ?)",
                        source.id(),
                        msid,
                        key);
            }
            return key;
        }

        @Override
        public void close() throws SQLException {
            Statements.close(named, complete);
        }
    }

    private static int find(Connection connection, Recording recording) throws SQLException {
        int found = 0;
        if (recording.mbid() != null) {
            found = first(connection, "mbid = ?", recording.mbid());
        }
        if (found == 0 && recording.isrc() != null) {
            found = first(connection, "isrc = ?", recording.isrc());
        }
        if (found == 0) {
            // Of the same words, but another recording by its id: a song of its own.
            String words = RecordingKey.of(recording.artist(), recording.title());
            found = recording.mbid() == null
                    ? first(connection, "recording_key = ?", words)
                    : first(connection, "recording_key = ? AND mbid IS NULL", words);
        }
        return found;
    }

    private static int first(Connection connection, String where, Object value) throws SQLException {
        return selectInt(
                connection,
                "SELECT COALESCE(merged_into, id) FROM song WHERE " + where + " ORDER BY id LIMIT 1",
                value);
    }

    private static void complete(Connection connection, int key, Recording recording) throws SQLException {
        try (PreparedStatement complete = connection.prepareStatement(
                "UPDATE song SET mbid = COALESCE(mbid, ?1), isrc = COALESCE(isrc, ?2), album = COALESCE(album, ?3),"
                        + " import_id = NULL WHERE id = ?4 AND (import_id IS NOT NULL OR (mbid IS NULL AND ?1 IS NOT NULL)"
                        + " OR (isrc IS NULL AND ?2 IS NOT NULL) OR (album IS NULL AND ?3 IS NOT NULL))")) {
            bind(complete, recording.mbid(), recording.isrc(), recording.album(), key)
                    .executeUpdate();
        }
    }

    private static int create(
            Connection connection, Source source, Recording recording, String msid, Consumer<String> made)
            throws SQLException {
        String wanted = recording.mbid() == null ? msid : recording.mbid();
        String publicId = PublicId.choose(
                source.name(), wanted, id -> selectInt(connection, "SELECT 1 FROM song WHERE public_id = ?", id) != 0);
        int artist;
        try (ArtistRepository.Resolving artists = new ArtistRepository.Resolving(connection)) {
            artist = artists.key(recording.artist());
        }
        int key;
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO song (public_id, title, artist_id, album, recording_key, mbid, isrc)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id")) {
            key = firstInt(bind(
                    insert,
                    publicId,
                    recording.title(),
                    artist,
                    recording.album(),
                    RecordingKey.of(recording.artist(), recording.title()),
                    recording.mbid(),
                    recording.isrc()));
        }
        update(
                connection,
                "INSERT INTO song_search (rowid, title, artist) VALUES (?, ?, ?)",
                key,
                recording.title(),
                recording.artist());
        made.accept(publicId);
        return key;
    }

    /** Key of the song of an id at MusicBrainz; nothing if there is none. */
    public Optional<Integer> byMbid(String mbid) {
        int key = database.read(connection -> first(connection, "mbid = ?", mbid));
        return key == 0 ? Optional.empty() : Optional.of(key);
    }

    /** Key of the song of which a user was told this id of its words; nothing if there is none. */
    public Optional<Integer> byMsid(int userId, String msid) {
        return database.read(connection -> {
            int named = selectInt(
                    connection,
                    "SELECT COALESCE(s.merged_into, s.id) FROM song_alias l JOIN song s ON s.id = l.song_id"
                            + " JOIN source o ON o.id = l.source_id WHERE o.name = ? AND l.external_id = ?",
                    SOURCE,
                    msid);
            return named != 0 ? Optional.of(named) : ofUser(connection, userId, msid);
        });
    }

    // Songs that files brought have no such id yet: it is made of the words of each of the user's own.
    private static Optional<Integer> ofUser(Connection connection, int userId, String msid) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT id, recording_key FROM song WHERE recording_key IS NOT NULL AND id IN (" + SONGS_OF_USER
                                + ")");
                ResultSet row = bind(select, userId).executeQuery()) {
            while (row.next()) {
                if (Recording.msid(row.getString(2)).equals(msid)) {
                    return Optional.of(row.getInt(1));
                }
            }
        }
        return Optional.empty();
    }

    /** Ids of songs; a song without any has no entry. */
    public Map<Integer, Identity> identities(Collection<Integer> songIds) {
        String list = songIds.stream().map(String::valueOf).collect(Collectors.joining(","));
        return database.read(connection -> {
            Map<Integer, Identity> identities = new HashMap<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT id, mbid, isrc FROM song WHERE id IN ("
                            + list + ") AND (mbid IS NOT NULL OR isrc IS NOT NULL)");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    identities.put(row.getInt(1), new Identity(row.getString(2), row.getString(3)));
                }
            }
            return identities;
        });
    }

    /** Ids at MusicBrainz of songs by their public ids; a song without one has no entry. */
    public Map<String, String> mbids(Collection<String> publicIds) {
        return database.read(connection -> {
            Map<String, String> mbids = new HashMap<>();
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT mbid FROM song WHERE public_id = ? AND mbid IS NOT NULL")) {
                for (String publicId : publicIds) {
                    try (ResultSet row = bind(select, publicId).executeQuery()) {
                        if (row.next()) {
                            mbids.put(publicId, row.getString(1));
                        }
                    }
                }
            }
            return mbids;
        });
    }
}
