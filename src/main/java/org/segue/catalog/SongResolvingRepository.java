package org.segue.catalog;

import static org.segue.storage.Statements.bind;
import static org.segue.storage.Statements.firstInt;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.segue.storage.KeyedInsert;
import org.segue.storage.Statements;

/**
 * The statements of {@link SongRepository#resolve}, prepared once for many songs.
 *
 * <p>A song is looked for under its source's id, its MusicBrainz id, its ISRC, and its artist and title, in this order. If
 * these name several songs, they are one recording, and are joined, unless MusicBrainz tells them apart.
 */
public final class SongResolvingRepository implements AutoCloseable {

    /** Where a recording is named by what is no source's id. */
    private record Registers(int musicBrainz, int isrc, int text) {

        static Registers of(Connection connection) throws SQLException {
            return new Registers(
                    number(connection, "musicbrainz"), number(connection, "isrc"), number(connection, "text"));
        }

        private static int number(Connection connection, String name) throws SQLException {
            return Statements.selectInt(connection, "SELECT id FROM source WHERE name = ?", name);
        }
    }

    private final Source source;
    private final @Nullable Integer importId;
    private final Registers registers;
    private final ArtistRepository.Resolving artists;
    private final PreparedStatement known;
    private final PreparedStatement ofHouse;
    private final SameKeySongsRepository spelt;
    private final PreparedStatement taken;
    private final KeyedInsert insert;
    private final PreparedStatement alias;
    private final PreparedStatement words;
    private final PreparedStatement describe;
    private final PreparedStatement complete;
    private final SongLengthRepository lengths;
    private final PreparedStatement forgetWords;
    private final PreparedStatement stored;
    private final PreparedStatement apart;
    private boolean isAnyJoined;

    /** Prepares for many songs of a source, which an import of a number brings, 0 for none; inside a write of the caller's. */
    public SongResolvingRepository(Connection connection, Source source, int importId) throws SQLException {
        this.source = source;
        this.importId = importId == 0 ? null : importId;
        registers = Registers.of(connection);
        artists = new ArtistRepository.Resolving(connection);
        known = connection.prepareStatement("SELECT song_id FROM song_alias WHERE source_id = ? AND external_id = ?");
        ofHouse = connection.prepareStatement("SELECT id FROM song WHERE public_id = ?1 AND artist_id IS NULL"
                + " AND title = COALESCE(?2, public_id) AND merged_into IS NULL");
        spelt = new SameKeySongsRepository(connection);
        taken = connection.prepareStatement("SELECT 1 FROM song WHERE public_id = ?");
        insert = new KeyedInsert(
                connection,
                "INSERT INTO song"
                        + " (public_id, title, artist_id, album, recording_key, mbid, isrc, duration_ms, import_id,"
                        + " work_key, signs) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        alias = connection.prepareStatement(
                "INSERT INTO song_alias (source_id, external_id, song_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
        words = connection.prepareStatement("INSERT INTO song_search (rowid, title, artist) VALUES (?, ?, ?)");
        describe = connection.prepareStatement(
                "UPDATE song SET title = ?, artist_id = ?, album = COALESCE(?, album), recording_key = ?,"
                        + " work_key = ?, signs = ? WHERE id = ?");
        complete = connection.prepareStatement("UPDATE song SET album = COALESCE(album, ?2),"
                + " mbid = COALESCE(mbid, ?3), isrc = COALESCE(isrc, ?4)"
                + " WHERE id = ?1 AND ((album IS NULL AND ?2 IS NOT NULL) OR (mbid IS NULL AND ?3 IS NOT NULL)"
                + " OR (isrc IS NULL AND ?4 IS NOT NULL))");
        lengths = new SongLengthRepository(connection);
        forgetWords = connection.prepareStatement("DELETE FROM song_search WHERE rowid = ?");
        stored = connection.prepareStatement(
                "SELECT id, recording_key, mbid, album, duration_ms, merged_into FROM song WHERE id = ?");
        apart = connection.prepareStatement("SELECT 1 FROM song_merge WHERE state <> 'joined'"
                + " AND ((from_id = ?1 AND into_id = ?2) OR (from_id = ?2 AND into_id = ?1))");
    }

    /** What decides whether two songs are joined and which spelling is shown. */
    private record Stored(
            int id,
            @Nullable String recordingKey,
            @Nullable String mbid,
            @Nullable String album,
            int durationMs,
            int mergedInto) {

        static final Stored NOTHING = new Stored(0, null, null, null, 0, 0);

        static Stored of(ResultSet row) throws SQLException {
            return new Stored(
                    row.getInt(1), row.getString(2), row.getString(3), row.getString(4), row.getInt(5), row.getInt(6));
        }
    }

    /** Key of the song that a source knows, made if it is new. */
    public int key(ExternalSong song) throws SQLException {
        int named = song.id() == null ? 0 : named(song);
        if (named != 0 && song.title() == null) {
            return named;
        }
        int byMbid = song.mbid() == null ? 0 : aliased(registers.musicBrainz(), song.mbid());
        int byIsrc = song.isrc() == null ? 0 : aliased(registers.isrc(), song.isrc());
        String recordingKey = song.recordingKey();
        int byText = song.isNamed() && recordingKey != null ? ofText(recordingKey, song) : 0;
        int key = join(join(join(named, byMbid), byIsrc), byText);
        boolean isNew = key == 0;
        if (isNew) {
            key = create(song, recordingKey);
        } else {
            describe(key, song, recordingKey);
        }
        learnIds(key, song);
        if (!isNew && song.isNamed() && byText == 0) {
            learnSpelling(key, recordingKey);
        }
        return key;
    }

    // A name given in this house means a song by its public id only if the song has no other name: no artist and its id
    // as title.
    private int named(ExternalSong song) throws SQLException {
        int key = aliased(source.id(), song.id());
        return key == 0 && song.artist() == null && source.name().equals(SourceRepository.HOUSE)
                ? firstInt(bind(ofHouse, song.id(), song.title()))
                : key;
    }

    private int aliased(int register, @Nullable String name) throws SQLException {
        return firstInt(bind(known, register, name));
    }

    private int ofText(String recordingKey, ExternalSong song) throws SQLException {
        int key = spelt.find(recordingKey, song);
        return key != 0 ? key : spelt.unlessOther(aliased(registers.text(), recordingKey), song);
    }

    /** Whether two songs were found to be one. */
    public boolean isAnyJoined() {
        return isAnyJoined;
    }

    // A key of 0 is no song. Two with a MusicBrainz id each, or known to be two, are not merged: the first is returned.
    private int join(int first, int second) throws SQLException {
        if (first == 0 || second == 0 || first == second) {
            return first == 0 ? second : first;
        }
        Stored one = staying(first);
        Stored other = staying(second);
        if (one.id() == other.id() || areTwo(one, other)) {
            return first;
        }
        boolean firstStays = one.mbid() != null || (other.mbid() == null && one.id() < other.id());
        int stays = firstStays ? one.id() : other.id();
        merge(stays, firstStays ? other.id() : one.id());
        isAnyJoined = true;
        return stays;
    }

    private Stored staying(int key) throws SQLException {
        Stored song = stored(key);
        return song.mergedInto() == 0 ? song : stored(song.mergedInto());
    }

    private boolean areTwo(Stored one, Stored other) throws SQLException {
        return (one.mbid() != null && other.mbid() != null)
                || RecordingLengths.areTwo(one.durationMs(), one.album(), other.durationMs(), other.album())
                || firstInt(bind(apart, one.id(), other.id())) != 0;
    }

    // Rows keep the key of the merged song: readers follow merged_into, which never points to a merged song.
    private void merge(int stays, int goes) throws SQLException {
        Connection connection = known.getConnection();
        String spelling = stored(goes).recordingKey();
        if (spelling != null) {
            bind(alias, registers.text(), spelling, stays).executeUpdate();
        }
        Statements.update(connection, "UPDATE song SET merged_into = ? WHERE merged_into = ?", stays, goes);
        Statements.update(
                connection,
                "UPDATE song SET merged_into = ?, recording_key = NULL, mbid = NULL, listeners = 0 WHERE id = ?",
                stays,
                goes);
        Statements.update(connection, "UPDATE song_alias SET song_id = ? WHERE song_id = ?", stays, goes);
        bind(forgetWords, goes).executeUpdate();
    }

    private Stored stored(int key) throws SQLException {
        try (ResultSet row = bind(stored, key).executeQuery()) {
            return row.next() ? Stored.of(row) : Stored.NOTHING;
        }
    }

    private int create(ExternalSong song, @Nullable String recordingKey) throws SQLException {
        String title = song.title() == null ? String.valueOf(song.id()) : song.title();
        int key = insert.insert(
                publicId(song, recordingKey),
                title,
                artistKey(song),
                song.album(),
                recordingKey,
                song.mbid(),
                song.isrc(),
                song.durationMs(),
                importId,
                song.workKey(),
                SearchWords.signs(title));
        bind(words, key, title, song.artist()).executeUpdate();
        return key;
    }

    private String publicId(ExternalSong song, @Nullable String recordingKey) throws SQLException {
        PublicId.Taken<SQLException> isTaken = id -> firstInt(bind(taken, id)) != 0;
        if (song.id() != null) {
            return PublicId.choose(source.name(), song.id(), isTaken);
        }
        if (song.mbid() != null && !isTaken.test(song.mbid())) {
            return song.mbid();
        }
        return PublicId.ofWords(String.valueOf(recordingKey).replace('\t', ' '), isTaken);
    }

    // The first spelling is shown until one comes that has a MusicBrainz id.
    private void describe(int key, ExternalSong song, @Nullable String recordingKey) throws SQLException {
        Stored before = stored(key);
        boolean isBetter = before.recordingKey() == null || (before.mbid() == null && song.mbid() != null);
        if (song.title() != null && isBetter) {
            bind(
                            describe,
                            song.title(),
                            artistKey(song),
                            song.album(),
                            recordingKey,
                            song.workKey(),
                            SearchWords.signs(song.title()),
                            key)
                    .executeUpdate();
            if (before.recordingKey() != null && !before.recordingKey().equals(recordingKey)) {
                bind(alias, registers.text(), before.recordingKey(), key).executeUpdate();
            }
            bind(forgetWords, key).executeUpdate();
            if (before.mergedInto() == 0) {
                bind(words, key, song.title(), song.artist()).executeUpdate();
            }
        }
        if (song.album() != null || song.mbid() != null || song.isrc() != null) {
            bind(complete, key, song.album(), song.mbid(), song.isrc()).executeUpdate();
        }
        // A length goes with the album that it was told with.
        boolean isOfAlbum =
                before.album() == null || song.album() == null || before.album().equals(song.album());
        if (song.durationMs() != null && isOfAlbum) {
            lengths.learn(key, song.durationMs());
        }
    }

    // What names the song from here on.
    private void learnIds(int key, ExternalSong song) throws SQLException {
        if (song.id() != null) {
            bind(alias, source.id(), song.id(), key).executeUpdate();
        }
        if (song.mbid() != null) {
            bind(alias, registers.musicBrainz(), song.mbid(), key).executeUpdate();
        }
        if (song.isrc() != null) {
            bind(alias, registers.isrc(), song.isrc(), key).executeUpdate();
        }
    }

    private void learnSpelling(int key, @Nullable String recordingKey) throws SQLException {
        if (!Objects.equals(stored(key).recordingKey(), recordingKey)) {
            bind(alias, registers.text(), recordingKey, key).executeUpdate();
        }
    }

    private @Nullable Integer artistKey(ExternalSong song) throws SQLException {
        return song.artist() == null ? null : artists.key(song.artist());
    }

    @Override
    public void close() throws SQLException {
        artists.close();
        insert.close();
        lengths.close();
        spelt.close();
        Statements.close(known, ofHouse, taken, alias, words, describe, complete, forgetWords, stored, apart);
    }
}
