package org.segue.library;

import static org.segue.storage.Statements.bind;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.segue.catalog.CreditRepository;
import org.segue.catalog.RecordingIds;
import org.segue.library.ServerSong.ServerArtist;
import org.segue.library.StagedLibraryRepository.StagedSong;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/**
 * Writes what a sync has seen. Its rows come into force all at once, when {@link #publish} names them; until then, and for ever if
 * it is broken off, those of the sync before are. Its methods block.
 */
@Singleton
class LibraryFileRepository {

    private static final String COPY = "INSERT OR IGNORE INTO library_file (library_id, seen, external_id, song_id,"
            + " matched_by, title, artist, album, album_id, length_ms, mbid, isrc, path)"
            + " SELECT library_id, ?, external_id, song_id, matched_by, title, artist, album, album_id, length_ms, mbid, isrc,"
            + " path FROM library_file WHERE library_id = ? AND seen = ? AND external_id = ?";

    private final Database database;

    LibraryFileRepository(Database database) {
        this.database = database;
    }

    /**
     * Whose rows a sync writes.
     *
     * @param libraryId key of the library
     * @param keys what its rows in other tables are known by
     * @param sync number of the sync
     */
    record Target(int libraryId, LibraryKeys keys, int sync) {}

    /** How many songs of a library are in force. */
    int count(int libraryId) {
        return database.read(connection ->
                Statements.selectInt(connection, "SELECT count(*) FROM library_song WHERE library_id = ?", libraryId));
    }

    /** Whether any login of a library saw a part. */
    boolean isAnyPartial(Target target) {
        return database.read(connection -> Statements.selectInt(
                        connection,
                        "SELECT EXISTS (SELECT 1 FROM library_login WHERE library_id = ? AND partial = 1)",
                        target.libraryId()))
                == 1;
    }

    /**
     * Compares what was read with what is in force.
     *
     * @return how many songs are new, and how many are described otherwise or matched otherwise now
     */
    Differences compare(Target target, StagedLibraryRepository staged) {
        return database.read(connection -> {
            Differences differences = new Differences();
            try (FormerFileRepository former = new FormerFileRepository(connection, target)) {
                staged.songs(portion -> former.compare(portion, differences));
            }
            return differences;
        });
    }

    /** Ids of the songs in force that were not read, in portions. */
    void missing(Target target, StagedLibraryRepository staged, Consumer<List<String>> taker) {
        FormerFileRepository.ids(
                database,
                target,
                ids -> taker.accept(ids.stream().filter(id -> !staged.has(id)).toList()));
    }

    /** Keeps songs in force that were not read. */
    void keep(Target target, List<String> ids) {
        database.writeEach(ids, (connection, turn) -> {
            try (PreparedStatement copy = connection.prepareStatement(COPY)) {
                while (turn.hasNext()) {
                    bind(copy, target.sync(), target.libraryId(), target.keys().seen(), turn.next())
                            .executeUpdate();
                }
            }
        });
    }

    /**
     * Looks for the songs that were read among those here, makes those that are new, and writes the rows.
     *
     * @return whether songs were made, or found to be one
     */
    boolean match(Target target, List<StagedSong> portion) {
        boolean[] changed = new boolean[1];
        database.writeEach(portion, (connection, turn) -> {
            try (MatchingRepository writing = new MatchingRepository(connection, target)) {
                while (turn.hasNext()) {
                    writing.add(turn.next());
                }
                changed[0] |= writing.isCatalogChanged();
            }
        });
        return changed[0];
    }

    /** Matches a song that is in force anew. */
    void matchAnew(Target target, String id) {
        database.writeNow(connection -> {
            try (FormerFileRepository former = new FormerFileRepository(connection, target);
                    MatchingRepository writing = new MatchingRepository(connection, target)) {
                Optional<FormerFile> file = former.find(id);
                if (file.isPresent()) {
                    writing.add(new StagedSong(
                            id,
                            file.get().song(),
                            file.get().albumId(),
                            file.get().path()));
                }
                return file.isPresent();
            }
        });
    }

    /** Notes what the server calls artists, and what MusicBrainz calls those of whom that was not known. */
    void keepArtists(Target target, StagedLibraryRepository staged) {
        staged.artists(portion -> database.writeEach(portion, (connection, turn) -> {
            Map<String, String> mbids = new LinkedHashMap<>();
            try (LibraryArtistRepository artists = new LibraryArtistRepository(connection, target.libraryId())) {
                while (turn.hasNext()) {
                    ServerArtist artist = turn.next();
                    artists.keep(artist);
                    String mbid = RecordingIds.mbid(String.valueOf(artist.mbid()));
                    if (mbid != null) {
                        mbids.put(artist.name(), mbid);
                    }
                }
            }
            CreditRepository.identify(connection, mbids.entrySet().iterator());
        }));
    }

    /** Notes what a login sees, where that is not all. */
    void see(Target target, int loginId, List<String> ids) {
        database.writeEach(ids, (connection, turn) -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT OR IGNORE INTO library_login_file VALUES (?, ?, ?)")) {
                while (turn.hasNext()) {
                    bind(insert, loginId, target.sync(), turn.next()).executeUpdate();
                }
            }
        });
    }

    /** Notes that a login sees those of the songs that it saw before that nobody sees any more. */
    void seeMissing(Target target, int loginId, StagedLibraryRepository staged) {
        Set<String> before = Set.copyOf(seenBefore(loginId));
        boolean isPartial = isPartial(loginId);
        missing(
                target,
                staged,
                ids -> see(
                        target,
                        loginId,
                        ids.stream()
                                .filter(id -> !isPartial || before.contains(id))
                                .toList()));
    }

    private boolean isPartial(int loginId) {
        return database.read(connection ->
                        Statements.selectInt(connection, "SELECT partial FROM library_login WHERE id = ?", loginId))
                == 1;
    }

    private List<String> seenBefore(int loginId) {
        return database.query(
                "SELECT external_id FROM library_login_song WHERE login_id = ?", row -> row.getString(1), loginId);
    }

    /** Notes that a login sees what it saw before; false if that was all. */
    boolean seeAsBefore(Target target, int loginId) {
        boolean isPartial = isPartial(loginId);
        if (isPartial) {
            see(target, loginId, seenBefore(loginId));
        }
        return isPartial;
    }

    /**
     * Brings the rows of a sync into force.
     *
     * @param missing how many of them were not read
     * @param partial keys of the logins that see a part
     */
    void publish(Target target, int missing, Set<Integer> partial) {
        database.writeNow(connection -> {
            Statements.update(
                    connection,
                    "UPDATE library_login SET partial = 0 WHERE library_id = ? AND partial = 1",
                    target.libraryId());
            for (int login : partial) {
                Statements.update(connection, "UPDATE library_login SET partial = 1 WHERE id = ?", login);
            }
            return Statements.update(
                    connection,
                    "UPDATE library SET seen = ?, synced_at = ?, missing = ? WHERE id = ?",
                    target.sync(),
                    System.currentTimeMillis(),
                    missing,
                    target.libraryId());
        });
    }

    /** Notes that all was read and is as it was. */
    void noteUnchanged(Target target, int missing) {
        database.writeNow(connection -> Statements.update(
                connection,
                "UPDATE library SET synced_at = ?, missing = ? WHERE id = ?",
                System.currentTimeMillis(),
                missing,
                target.libraryId()));
    }
}
