package org.segue.catalog;

import static org.segue.storage.Statements.bind;
import static org.segue.storage.Statements.firstInt;
import static org.segue.storage.Statements.selectInt;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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

    // What the player says of album and length is known, or cannot be kept.
    private static final String NOTHING_NEW = " AND (?3 IS NULL OR s.album IS NOT NULL) AND (?4 IS NULL OR s.album = ?3"
            + " OR (s.duration_ms IS NULL AND s.album <> ?3) OR abs(s.duration_ms - ?4) <= 15000)"
            + " AND (?4 IS NULL OR s.duration_ms IS NOT NULL OR s.album <> ?3)";

    private static final String SONGS_OF_USER = "SELECT DISTINCT song_id FROM listen WHERE user_id = ?1"
            + " UNION SELECT song_id FROM play_count WHERE user_id = ?1";

    // One song may have several; it shows the first.
    private static final String BY_MBID = "SELECT COALESCE(merged_into, id) FROM song WHERE id = COALESCE("
            + "(SELECT l.song_id FROM song_alias l JOIN source o ON o.id = l.source_id"
            + " WHERE o.name = 'musicbrainz' AND l.external_id = ?1), (SELECT min(id) FROM song WHERE mbid = ?1))";

    private final Database database;
    private final SourceRepository sources;

    RecordingRepository(Database database, SourceRepository sources) {
        this.database = database;
        this.sources = sources;
    }

    /**
     * Finds or makes the songs of recordings, for one write of the caller's.
     *
     * @param made takes the public ids of songs that were made
     */
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
        private final SongResolvingRepository songs;
        private final PreparedStatement named;
        private final PreparedStatement complete;
        private final PreparedStatement keep;
        private final PreparedStatement alias;
        private final SongLengthRepository lengths;
        private final Map<ExternalSong, Integer> found = new HashMap<>();
        private int newest;

        private Resolving(Connection connection, Source source, Consumer<String> made) throws SQLException {
            this.connection = connection;
            this.source = source;
            this.made = made;
            songs = new SongResolvingRepository(connection, source, 0);
            named = connection.prepareStatement("SELECT s.id FROM song_alias l JOIN song s ON s.id = l.song_id"
                    + " WHERE l.source_id = ?1 AND l.external_id = ?2 AND s.merged_into IS NULL"
                    + " AND NOT EXISTS (SELECT 1 FROM song o WHERE o.recording_key = s.recording_key AND o.id <> s.id)"
                    + NOTHING_NEW);
            // Of a song that a player has named before: what it says now adds nothing.
            complete = connection.prepareStatement("SELECT id FROM song WHERE mbid = ?1 AND merged_into IS NULL"
                    + " AND import_id IS NULL AND (?2 IS NULL OR isrc IS NOT NULL) AND (?3 IS NULL OR album IS NOT NULL)"
                    + " ORDER BY id LIMIT 1");
            keep = connection.prepareStatement(
                    "UPDATE song SET import_id = NULL WHERE id = ? AND import_id IS NOT NULL");
            alias = connection.prepareStatement(
                    "INSERT INTO song_alias (source_id, external_id, song_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
            lengths = new SongLengthRepository(connection);
            newest = selectInt(connection, "SELECT max(id) FROM song");
        }

        /**
         * Key of the song that a recording with artist and title is, made if it is new. Ids that the song lacked are added to it, and from here on it
         * stays, whichever imports are taken back.
         */
        public int key(ExternalSong recording) throws SQLException {
            Integer before = found.get(recording);
            if (before != null) {
                return before;
            }
            int key = find(recording);
            found.put(recording, key);
            return key;
        }

        /** Whether two songs were found to be one, so that what was read of either may be old. */
        public boolean isAnyJoined() {
            return songs.isAnyJoined();
        }

        private int find(ExternalSong recording) throws SQLException {
            String msid = recording.msid();
            int byWords = firstInt(named, source.id(), msid, recording.album(), recording.durationMs());
            if (byWords != 0 && recording.mbid() == null && recording.isrc() == null) {
                return withLength(byWords, recording);
            }
            int byId = byWords == 0 || recording.mbid() == null
                    ? 0
                    : firstInt(complete, recording.mbid(), recording.isrc(), recording.album());
            return byId != 0 ? withLength(byId, recording) : resolve(recording, msid);
        }

        private int withLength(int key, ExternalSong recording) throws SQLException {
            if (recording.durationMs() != null) {
                lengths.learn(key, recording.durationMs());
            }
            return key;
        }

        private int resolve(ExternalSong recording, String msid) throws SQLException {
            int key = songs.key(recording);
            if (key > newest) {
                newest = key;
                made.accept(publicId(key));
            }
            bind(keep, key).executeUpdate();
            bind(alias, source.id(), msid, key).executeUpdate();
            return key;
        }

        private String publicId(int key) throws SQLException {
            try (PreparedStatement select = connection.prepareStatement("SELECT public_id FROM song WHERE id = ?");
                    ResultSet row = bind(select, key).executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }

        @Override
        public void close() throws SQLException {
            Statements.close(named, complete, keep, alias);
            lengths.close();
            songs.close();
        }
    }

    /** Keys of the songs that recordings with artist and title are, in their order, made if they are new; waits for the disk. */
    public List<Integer> resolve(List<ExternalSong> songs, Consumer<String> made) {
        return database.writeNow(connection -> {
            List<Integer> keys = new ArrayList<>();
            try (Resolving resolving = resolving(connection, made)) {
                for (ExternalSong song : songs) {
                    keys.add(resolving.key(song));
                }
            }
            return keys;
        });
    }

    /** Key of the song of an id at MusicBrainz, be it a further one of the song's; nothing if there is none. */
    public Optional<Integer> byMbid(String mbid) {
        return Optional.ofNullable(byMbids(List.of(mbid)).get(mbid));
    }

    /** Keys of songs by their ids at MusicBrainz; an id of no song has no entry. */
    public Map<String, Integer> byMbids(Collection<String> mbids) {
        return database.read(connection -> {
            Map<String, Integer> keys = new HashMap<>();
            try (PreparedStatement select = connection.prepareStatement(BY_MBID)) {
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

    /** Key of the song that a recording with artist and title is, as far as its MusicBrainz id or these tell; nothing if there is none yet. */
    public Optional<Integer> find(ExternalSong recording) {
        Optional<Integer> byMbid = recording.mbid() == null ? Optional.empty() : byMbid(recording.mbid());
        String key = recording.recordingKey();
        return byMbid.isPresent() || key == null
                ? byMbid
                : database.read(connection -> {
                    try (SameKeySongsRepository ofKey = new SameKeySongsRepository(connection)) {
                        int found = selectInt(
                                connection,
                                "SELECT COALESCE(merged_into, id) FROM song WHERE id = ?",
                                ofKey.find(key, recording));
                        return found == 0 ? Optional.empty() : Optional.of(found);
                    }
                });
    }

    /**
     * Key of the song that a recording with artist and title is, made if it is new; waits for the disk.
     *
     * @param made takes the public ids of songs that were made
     */
    public int keep(ExternalSong recording, Consumer<String> made) {
        return database.writeNow(connection -> {
            try (Resolving songs = resolving(connection, made)) {
                return songs.key(recording);
            }
        });
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
                        "SELECT COALESCE(merged_into, id), recording_key, former_key FROM song"
                                + " WHERE recording_key IS NOT NULL AND (id IN (" + SONGS_OF_USER
                                + ") OR merged_into IN (" + SONGS_OF_USER + "))");
                ResultSet row = bind(select, userId).executeQuery()) {
            while (row.next()) {
                String former = row.getString(3);
                if (RecordingKey.msidOf(row.getString(2)).equals(msid)
                        || (former != null && RecordingKey.msidOf(former).equals(msid))) {
                    return Optional.of(row.getInt(1));
                }
            }
        }
        return Optional.empty();
    }

    private static RecordingIds ids(ResultSet row) throws SQLException {
        int durationMs = row.getInt(4);
        return new RecordingIds(
                row.getString(2), row.getString(3), durationMs == 0 ? null : Integer.valueOf(durationMs));
    }

    /** What the world calls songs, by key; a song of which it knows neither an id nor a length has no entry. */
    public Map<Integer, RecordingIds> recordingIds(Collection<Integer> songIds) {
        String list = songIds.stream().map(String::valueOf).collect(Collectors.joining(","));
        return database.read(connection -> {
            Map<Integer, RecordingIds> found = new HashMap<>();
            Statements.queryEach(
                    connection,
                    "SELECT id, mbid, isrc, duration_ms FROM song WHERE id IN (" + list
                            + ") AND (mbid IS NOT NULL OR isrc IS NOT NULL OR duration_ms IS NOT NULL)",
                    row -> found.put(row.getInt(1), ids(row)));
            return found;
        });
    }
}
