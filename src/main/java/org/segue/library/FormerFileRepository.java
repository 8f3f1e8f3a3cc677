package org.segue.library;

import static org.segue.storage.Statements.bind;
import static org.segue.storage.Statements.firstInt;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.segue.catalog.ExternalSong;
import org.segue.library.LibraryFileRepository.Target;
import org.segue.library.LibrarySong.MatchedBy;
import org.segue.library.StagedLibraryRepository.StagedSong;
import org.segue.storage.Database;
import org.segue.storage.Statements;
import org.segue.storage.StorageException;

/** What the sync before saw, and what was said of it: statements prepared once for many songs. For one thread. */
final class FormerFileRepository implements AutoCloseable {

    private static final int PORTION = 2000;

    private final Target target;
    private final PreparedStatement file;
    private final PreparedStatement chosen;

    FormerFileRepository(Connection connection, Target target) throws SQLException {
        this.target = target;
        file = connection.prepareStatement(
                "SELECT COALESCE(s.merged_into, s.id), f.matched_by, f.title, f.artist, f.album,"
                        + " f.mbid, f.isrc, f.length_ms, f.album_id, f.path, s.import_id FROM library_file f"
                        + " JOIN song s ON s.id = f.song_id WHERE f.library_id = ? AND f.seen = ? AND f.external_id = ?");
        chosen = connection.prepareStatement("SELECT COALESCE(s.merged_into, s.id) FROM library_choice c"
                + " JOIN song s ON s.id = c.song_id WHERE c.library_id = ? AND c.external_id = ? AND c.accepted = 1");
    }

    /** Notes how songs differ from what they were. */
    void compare(List<StagedSong> portion, Differences differences) {
        try {
            for (StagedSong song : portion) {
                differences.add(find(song.id()), song, chosen(song.id()));
            }
        } catch (SQLException e) {
            throw new StorageException("The database cannot be read: " + e.getMessage(), e);
        }
    }

    Optional<FormerFile> find(String id) throws SQLException {
        return Statements.queryFirst(
                bind(file, target.libraryId(), target.keys().seen(), id), this::file);
    }

    /** Key of the song that somebody has said that a song of the server is, 0 if nobody has. */
    int chosen(String id) throws SQLException {
        return firstInt(bind(chosen, target.libraryId(), id));
    }

    private FormerFile file(ResultSet row) throws SQLException {
        int length = row.getInt(8);
        ExternalSong song = new ExternalSong(
                null,
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                length == 0 ? null : Integer.valueOf(length));
        return new FormerFile(
                row.getInt(1),
                MatchedBy.of(row.getString(2)),
                song,
                row.getString(9),
                row.getString(10),
                row.getInt(11) == target.keys().importId());
    }

    /** Ids of all songs that are in force, in portions and in order. */
    static void ids(Database database, Target target, Consumer<List<String>> taker) {
        String after = "";
        List<String> ids;
        do {
            ids = database.query(
                    "SELECT external_id FROM library_file WHERE library_id = ? AND seen = ? AND external_id > ?"
                            + " ORDER BY external_id LIMIT " + PORTION,
                    row -> row.getString(1),
                    target.libraryId(),
                    target.keys().seen(),
                    after);
            taker.accept(ids);
            after = ids.isEmpty() ? after : ids.get(ids.size() - 1);
        } while (ids.size() == PORTION);
    }

    @Override
    public void close() throws SQLException {
        Statements.close(file, chosen);
    }
}
