package org.segue.library;

import static org.segue.storage.Statements.bind;
import static org.segue.storage.Statements.firstInt;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import org.segue.catalog.ExternalSong;
import org.segue.catalog.SongMatchRepository;
import org.segue.catalog.SongResolvingRepository;
import org.segue.library.LibraryFileRepository.Target;
import org.segue.library.LibrarySong.MatchedBy;
import org.segue.library.StagedLibraryRepository.StagedSong;
import org.segue.storage.Statements;

/**
 * Looks for songs of a library among those here, makes those that are new, and writes what they are: statements prepared once for
 * many songs. For one thread, inside a write of the caller's.
 */
final class MatchingRepository implements AutoCloseable {
    private final Target target;
    private final FormerFileRepository former;
    private final SongMatchRepository matches;
    private final SongResolvingRepository resolving;
    private final PreparedStatement broughtBy;
    private final PreparedStatement forget;
    private final PreparedStatement alias;
    private final PreparedStatement insert;
    private boolean anyMade;

    MatchingRepository(Connection connection, Target target) throws SQLException {
        this.target = target;
        former = new FormerFileRepository(connection, target);
        matches = new SongMatchRepository(connection);
        resolving = new SongResolvingRepository(
                connection, target.keys().source(), target.keys().importId());
        broughtBy = connection.prepareStatement("SELECT import_id FROM song WHERE id = ?");
        forget = connection.prepareStatement("DELETE FROM song_alias WHERE source_id = ? AND external_id = ?");
        alias = connection.prepareStatement(
                "INSERT OR REPLACE INTO song_alias (source_id, external_id, song_id) VALUES (?, ?, ?)");
        insert = connection.prepareStatement(
                "INSERT OR REPLACE INTO library_file VALUES" + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    }

    void add(StagedSong staged) throws SQLException {
        Optional<FormerFile> before = former.find(staged.id());
        int chosen = former.chosen(staged.id());
        if (before.isPresent() && before.get().isMatchedAs(staged, chosen)) {
            write(staged, before.get().songId(), before.get().by());
        } else {
            match(staged, chosen);
        }
    }

    private void match(StagedSong staged, int chosen) throws SQLException {
        int source = target.keys().source().id();
        bind(forget, source, staged.id()).executeUpdate();
        Optional<SongMatchRepository.Found> found = matches.find(staged.song());
        int songId = chosen != 0 ? chosen : resolving.key(known(staged));
        bind(alias, source, staged.id(), songId).executeUpdate();
        anyMade |= chosen == 0 && found.isEmpty();
        write(staged, songId, chosen != 0 ? MatchedBy.HAND : by(found, songId));
    }

    private MatchedBy by(Optional<SongMatchRepository.Found> found, int songId) throws SQLException {
        boolean isOwn = firstInt(bind(broughtBy, songId)) == target.keys().importId();
        return isOwn || found.isEmpty()
                ? MatchedBy.NEW
                : MatchedBy.valueOf(found.get().by().name());
    }

    private void write(StagedSong staged, int songId, MatchedBy by) throws SQLException {
        ExternalSong song = staged.song();
        bind(
                        insert,
                        target.libraryId(),
                        target.sync(),
                        staged.id(),
                        songId,
                        by.word(),
                        song.title(),
                        song.artist(),
                        song.album(),
                        staged.albumId(),
                        song.durationMs(),
                        song.mbid(),
                        song.isrc(),
                        staged.path())
                .executeUpdate();
    }

    boolean isCatalogChanged() {
        return anyMade || resolving.isAnyJoined();
    }

    @Override
    public void close() throws SQLException {
        former.close();
        matches.close();
        resolving.close();
        Statements.close(broughtBy, forget, alias, insert);
    }

    // A title alone is found again by the server's id only.
    private static ExternalSong known(StagedSong staged) {
        ExternalSong song = staged.song();
        return song.artist() != null
                ? song
                : new ExternalSong(staged.id(), song.title(), null, song.album())
                        .with(song.mbid(), song.isrc(), song.durationMs());
    }
}
