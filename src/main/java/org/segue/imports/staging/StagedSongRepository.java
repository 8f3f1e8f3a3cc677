package org.segue.imports.staging;

import static org.segue.storage.Statements.bind;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.imports.formats.ExternalListen;
import org.segue.storage.Statements;

/** The songs of one import: their numbers, and what files say of them. The first with a title counts. For one thread. */
final class StagedSongRepository implements AutoCloseable {

    private static final String SONG =
            "(number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, title TEXT, artist TEXT, album TEXT, mbid TEXT, isrc TEXT,"
                    + " duration INTEGER)";

    private final Connection connection;
    private final StagedNameRepository names;
    private final StagedNameRepository.Numbers numbers = new StagedNameRepository.Numbers();
    private final StagedArtistRepository artists;
    private final StagedTrackRepository tracks;
    private final BitSet titled = new BitSet();
    private final PreparedStatement insert;
    private final PreparedStatement describe;
    private final PreparedStatement describeUnknown;
    private final PreparedStatement refer;
    private boolean anyUnknown;
    private int[] lengths = new int[1024];

    StagedSongRepository(Connection connection) throws SQLException {
        this.connection = connection;
        Statements.update(connection, "CREATE TABLE song " + SONG);
        Statements.update(connection, "CREATE TABLE unknown " + SONG);
        Statements.update(connection, "CREATE TABLE reference (name TEXT PRIMARY KEY, song INTEGER) WITHOUT ROWID");
        names = new StagedNameRepository(connection, "song", numbers);
        refer = connection.prepareStatement("INSERT OR IGNORE INTO reference VALUES (?, ?)");
        artists = new StagedArtistRepository(connection);
        tracks = new StagedTrackRepository(connection);
        insert = connection.prepareStatement("INSERT INTO song VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        describe =
                connection.prepareStatement("UPDATE song SET title = ?2, artist = ?3, album = ?4, mbid = ?5, isrc = ?6,"
                        + " duration = ?7 WHERE number = ?1");
        describeUnknown = connection.prepareStatement(
                "INSERT INTO unknown (name, title, artist, album, mbid, isrc, duration) VALUES (?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO UPDATE SET title = excluded.title, artist = excluded.artist,"
                        + " album = excluded.album WHERE title IS NULL");
    }

    /** The number of a song that somebody played. */
    int number(ExternalSong song) throws SQLException {
        String name = song.identity();
        int known = names.find(name);
        int number = known == 0 ? add(name, song) : known;
        noteLength(number, song.durationMs());
        return number;
    }

    // A play to the end tells the length, and may have begun behind the song's start.
    private void noteLength(int number, @Nullable Integer lengthMs) {
        if (lengthMs != null) {
            lengths = number < lengths.length ? lengths : Arrays.copyOf(lengths, 2 * number);
            lengths[number] = Math.max(lengths[number], lengthMs);
        }
    }

    /** The longest length that files tell of each song, by number: milliseconds, 0 for none; made anew, with a place for all. */
    int[] lengths() {
        return Arrays.copyOf(lengths, size() + 1);
    }

    private int add(String name, ExternalSong song) throws SQLException {
        int number = names.add(name);
        if (song.title() == null || anyUnknown) {
            bind(insert, number, name, null, null, null, null, null, null).executeUpdate();
            describe(number, name, song);
        } else {
            titled.set(number);
            bind(
                            insert,
                            number,
                            name,
                            song.title(),
                            song.artist(),
                            song.album(),
                            song.mbid(),
                            song.isrc(),
                            song.durationMs())
                    .executeUpdate();
        }
        return number;
    }

    /** Notes what feedback may call the song of a number: only one format has both. */
    void refer(int number, ExternalListen listen) throws SQLException {
        if (listen.msid() != null) {
            bind(refer, listen.msid(), number).executeUpdate();
            if (listen.song().mbid() != null) {
                bind(refer, listen.song().mbid(), number).executeUpdate();
            }
        }
    }

    /** Notes what is said of a song, which perhaps nobody played. */
    void describe(ExternalSong song) throws SQLException {
        String name = song.identity();
        describe(names.find(name), name, song);
    }

    private void describe(int number, String name, ExternalSong song) throws SQLException {
        if (number != 0 && (titled.get(number) || song.title() == null)) {
            return;
        }
        boolean isFirst = !anyUnknown
                || Statements.selectInt(connection, "SELECT 1 FROM unknown WHERE name = ? AND title IS NOT NULL", name)
                        == 0;
        if (number != 0 && isFirst) {
            titled.set(number);
            bind(
                            describe,
                            number,
                            song.title(),
                            song.artist(),
                            song.album(),
                            song.mbid(),
                            song.isrc(),
                            song.durationMs())
                    .executeUpdate();
        } else if (number == 0) {
            anyUnknown = true;
            bind(
                            describeUnknown,
                            name,
                            song.title(),
                            song.artist(),
                            song.album(),
                            song.mbid(),
                            song.isrc(),
                            song.durationMs())
                    .executeUpdate();
        }
    }

    /** Notes what MusicBrainz calls an artist of songs. */
    void artist(String name, String mbid) throws SQLException {
        artists.add(name, mbid);
    }

    /** Notes what Spotify calls a song, if any row before is of it. */
    void track(ExternalSong song, String uri) throws SQLException {
        int number = names.find(song.identity());
        if (number != 0) {
            tracks.add(number, uri);
        }
    }

    /** The highest number of a song that somebody played, or of words. */
    int size() {
        return numbers.last();
    }

    /** What numbers songs. */
    StagedNameRepository.Numbers numbers() {
        return numbers;
    }

    /** Deletes the songs of which no row is left. */
    void deleteUnused(BitSet listened) throws SQLException {
        Statements.update(connection, "CREATE TABLE listened (song INTEGER PRIMARY KEY)");
        try (PreparedStatement note = connection.prepareStatement("INSERT INTO listened VALUES (?)")) {
            for (int number = listened.nextSetBit(0); number >= 0; number = listened.nextSetBit(number + 1)) {
                bind(note, number).executeUpdate();
            }
        }
        Statements.update(
                connection,
                "DELETE FROM song WHERE number NOT IN (SELECT song FROM row"
                        + " UNION ALL SELECT song FROM listened"
                        + " UNION ALL SELECT song FROM feedback WHERE song IS NOT NULL"
                        + " UNION ALL SELECT song FROM list_song WHERE list IN (SELECT number FROM list))");
    }

    @Override
    public void close() throws SQLException {
        names.close();
        Statements.close(insert, describe, describeUnknown, refer);
        artists.close();
        tracks.close();
    }
}
