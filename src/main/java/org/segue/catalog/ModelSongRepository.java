package org.segue.catalog;

import static org.segue.storage.Statements.bind;
import static org.segue.storage.Statements.firstInt;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.segue.storage.Database;
import org.segue.storage.KeyedInsert;
import org.segue.storage.Statements;

/**
 * The songs that song models point at. A model never renames, joins or gives ids to a song that is here already; what is not here is made,
 * and goes with the last model that has it unless anything else names it by then. Its methods block.
 */
@Singleton
public class ModelSongRepository {

    /** What names a song beside the models: then it stays when they go. */
    private static final String NAMED =
            "SELECT song_id FROM listen UNION SELECT told_song FROM listen WHERE told_song IS NOT NULL"
                    + " UNION SELECT song_id FROM play_count UNION SELECT song_id FROM song_feedback"
                    + " UNION SELECT song_id FROM imported_feedback UNION SELECT song_id FROM song_alias"
                    + " UNION SELECT song_id FROM library_song UNION SELECT song_id FROM library_choice"
                    + " UNION SELECT song_id FROM library_taste UNION SELECT merged_into FROM song WHERE merged_into IS NOT NULL"
                    + " UNION SELECT j.value FROM playlist p, json_each('[' || p.songs || ']') j"
                    + " UNION SELECT j.value FROM imported_playlist p, json_each('[' || p.songs || ']') j";

    private static final String GOING = "SELECT m.song_id FROM song_model_song m JOIN song s ON s.id = m.song_id"
            + " WHERE m.model_id = ?1 AND (m.brought = 1 OR s.import_id IS NOT NULL) AND NOT EXISTS (SELECT 1 FROM song_model_song o"
            + " WHERE o.song_id = m.song_id AND o.model_id <> ?1) EXCEPT SELECT * FROM (" + NAMED + ")";

    private final Database database;
    private final SongRepository songs;
    private final ArtistRepository artists;

    ModelSongRepository(Database database, SongRepository songs, ArtistRepository artists) {
        this.database = database;
        this.songs = songs;
        this.artists = artists;
    }

    /** Keys of all songs that any model points at. */
    static BitSet ofAnyModel(Connection connection) throws SQLException {
        BitSet keys = new BitSet();
        Statements.queryEach(connection, "SELECT song_id FROM song_model_song", row -> keys.set(row.getInt(1)));
        return keys;
    }

    /** Begins a model; until it has a version it is one that was cut short. */
    public int begin(long createdAt) {
        return database.writeNow(connection -> {
            try (KeyedInsert insert =
                    new KeyedInsert(connection, "INSERT INTO song_model (version, created_at) VALUES (?, ?)")) {
                return insert.insert(null, createdAt);
            }
        });
    }

    /** Says which version a model has become. */
    public void name(int modelId, String version) {
        database.writeNow(connection ->
                Statements.update(connection, "UPDATE song_model SET version = ? WHERE id = ?", version, modelId));
    }

    /** The model of a version; empty if it is none that was imported. */
    public Optional<Integer> ofVersion(String version) {
        return database.queryFirst("SELECT id FROM song_model WHERE version = ?", row -> row.getInt(1), version);
    }

    /** Models that have no version, and those whose version is not among these. */
    public List<Integer> without(List<String> versions) {
        return database
                .query("SELECT id, version FROM song_model", row -> new Named(row.getInt(1), row.getString(2)))
                .stream()
                .filter(model -> model.version == null || !versions.contains(model.version))
                .map(Named::id)
                .toList();
    }

    /**
     * A song as a song model that is made here names it.
     *
     * @param id database key
     * @param song what is known of it
     */
    public record Described(int id, ExternalSong song) {}

    /** Every song with an artist, as one connection sees them. */
    public static List<Described> described(Connection connection) throws SQLException {
        return Statements.query(
                connection,
                "SELECT s.id, s.title, a.name, s.album, s.mbid, s.duration_ms FROM song s"
                        + " JOIN artist a ON a.id = s.artist_id WHERE s.merged_into IS NULL AND s.recording_key IS NOT NULL",
                row -> {
                    int length = row.getInt(6);
                    ExternalSong song = ExternalSong.named(row.getString(3), row.getString(2), row.getString(4))
                            .with(row.getString(5), null, length <= 0 ? null : length);
                    return new Described(row.getInt(1), song);
                });
    }

    private record Named(int id, @Nullable String version) {}

    /**
     * Which of many songs are here: found as {@link #point} finds them.
     *
     * @return whether each is, in their order
     */
    public boolean[] areHere(List<ExternalSong> asked) {
        return database.read(connection -> {
            boolean[] here = new boolean[asked.size()];
            try (Finding finding = new Finding(connection)) {
                for (int k = 0; k < here.length; k++) {
                    here[k] = finding.find(asked.get(k)) != 0;
                }
            }
            return here;
        });
    }

    /**
     * Keys of a model's songs, which are made where they are not here. In as many commits as keep each short.
     *
     * @param modelId the model
     * @param its songs with artist and title and without an id
     * @return a key for each, in their order; two songs may have the same
     */
    public int[] point(int modelId, List<ExternalSong> its) {
        int[] keys = new int[its.size()];
        // By place: what is written twice, because a commit failed, has the same key in the end.
        List<Integer> places = IntStream.range(0, keys.length).boxed().toList();
        database.writeEach(places, (connection, next) -> {
            try (Pointing pointing = new Pointing(connection, modelId)) {
                while (next.hasNext()) {
                    int place = next.next();
                    keys[place] = pointing.key(its.get(place));
                }
            }
        });
        return keys;
    }

    /** Forgets a model, and deletes every song that is here because of it alone. */
    public void delete(int modelId) {
        List<Integer> going = database.query(GOING, row -> row.getInt(1), modelId);
        database.writeEach(going, (connection, songIds) -> {
            while (songIds.hasNext()) {
                deleteUnlessNamed(connection, modelId, songIds.next());
            }
        });
        database.writeNow(connection -> Statements.update(connection, "DELETE FROM song_model WHERE id = ?", modelId));
        database.writeNow(artists::deleteWithoutSongs);
    }

    // Somebody may have played it since it was looked for.
    private void deleteUnlessNamed(Connection connection, int modelId, int songId) throws SQLException {
        int named = Statements.selectInt(
                connection,
                "SELECT EXISTS (SELECT 1 FROM song_alias WHERE song_id = ?1)"
                        + " OR EXISTS (SELECT 1 FROM song WHERE id = ?1 AND listeners > 0)"
                        + " OR EXISTS (SELECT 1 FROM song_feedback WHERE song_id = ?1)"
                        + " OR EXISTS (SELECT 1 FROM song_model_song WHERE song_id = ?1 AND model_id <> ?2)",
                songId,
                modelId);
        if (named == 0) {
            songs.delete(connection, songId);
        }
    }

    /** Finds songs without touching them. For one thread. */
    private static class Finding implements AutoCloseable {
        private final PreparedStatement byAlias;
        private final PreparedStatement byKey;
        private final int musicBrainz;
        private final int text;

        Finding(Connection connection) throws SQLException {
            musicBrainz = Statements.selectInt(connection, "SELECT id FROM source WHERE name = 'musicbrainz'");
            text = Statements.selectInt(connection, "SELECT id FROM source WHERE name = 'text'");
            byAlias = connection.prepareStatement("SELECT COALESCE(s.merged_into, s.id) FROM song_alias a"
                    + " JOIN song s ON s.id = a.song_id WHERE a.source_id = ? AND a.external_id = ?");
            byKey = connection.prepareStatement("SELECT id FROM song WHERE recording_key = ? AND merged_into IS NULL"
                    + " ORDER BY listeners DESC, id LIMIT 1");
        }

        int find(ExternalSong song) throws SQLException {
            int found = song.mbid() == null ? 0 : firstInt(bind(byAlias, musicBrainz, song.mbid()));
            found = found == 0 ? firstInt(bind(byKey, song.recordingKey())) : found;
            return found == 0 ? firstInt(bind(byAlias, text, song.recordingKey())) : found;
        }

        @Override
        public void close() throws SQLException {
            Statements.close(byAlias, byKey);
        }
    }

    /** Finds songs or makes them, and notes that a model has them. For one thread. */
    private static final class Pointing extends Finding {
        private final int modelId;
        private final ArtistRepository.Resolving artists;
        private final PreparedStatement taken;
        private final PreparedStatement words;
        private final PreparedStatement note;
        private final PreparedStatement madeByModel;
        private final KeyedInsert insert;

        Pointing(Connection connection, int modelId) throws SQLException {
            super(connection);
            this.modelId = modelId;
            artists = new ArtistRepository.Resolving(connection);
            taken = connection.prepareStatement("SELECT 1 FROM song WHERE public_id = ?");
            words = connection.prepareStatement("INSERT INTO song_search (rowid, title, artist) VALUES (?, ?, ?)");
            note = connection.prepareStatement("INSERT INTO song_model_song (model_id, song_id, brought)"
                    + " VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
            madeByModel = connection.prepareStatement("SELECT max(brought) FROM song_model_song WHERE song_id = ?");
            insert = new KeyedInsert(
                    connection,
                    "INSERT INTO song (public_id, title, artist_id, album, recording_key, duration_ms, work_key, signs)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        }

        int key(ExternalSong song) throws SQLException {
            int found = find(song);
            int key = found == 0 ? create(song) : found;
            boolean isModels = found == 0 || firstInt(bind(madeByModel, key)) != 0;
            bind(note, modelId, key, isModels ? 1 : 0).executeUpdate();
            return key;
        }

        // Without an alias: what is told of an MBID later, by somebody who plays the song, is not answered by what a
        // model says of it.
        private int create(ExternalSong song) throws SQLException {
            String title = String.valueOf(song.title());
            int key = insert.insert(
                    publicId(song),
                    title,
                    artists.key(String.valueOf(song.artist())),
                    song.album(),
                    song.recordingKey(),
                    song.durationMs(),
                    song.workKey(),
                    SearchWords.signs(title));
            bind(words, key, title, song.artist()).executeUpdate();
            return key;
        }

        private String publicId(ExternalSong song) throws SQLException {
            if (song.mbid() != null && firstInt(bind(taken, song.mbid())) == 0) {
                return song.mbid();
            }
            String msid = RecordingKey.msidOf(String.valueOf(song.recordingKey()));
            return PublicId.choose("song-model", msid, id -> firstInt(bind(taken, id)) != 0);
        }

        @Override
        public void close() throws SQLException {
            super.close();
            artists.close();
            insert.close();
            Statements.close(taken, words, note, madeByModel);
        }
    }
}
