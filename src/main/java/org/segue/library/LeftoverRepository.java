package org.segue.library;

import static org.segue.storage.Statements.bind;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.segue.catalog.ArtistRepository;
import org.segue.catalog.SongRepository;
import org.segue.feedback.FeedbackRepository;
import org.segue.listens.ListenRepository;
import org.segue.listens.PlayCountRepository;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/**
 * Deletes what libraries have left: rows of syncs that are not in force, what a library that is gone brought, and the songs that
 * libraries made and that nothing names any more. It can be broken off and done again at any point. Runs on the thread of the
 * syncs, so that none adds rows meanwhile; its methods block.
 */
@Singleton
class LeftoverRepository {

    private static final int PORTION = 1000;

    private static final String STALE_FILES =
            "SELECT DISTINCT library_id, seen FROM library_file" + " EXCEPT SELECT id, seen FROM library";

    private static final String STALE_VIEWS = "SELECT DISTINCT login_id, seen FROM library_login_file"
            + " EXCEPT SELECT a.id, l.seen FROM library_login a JOIN library l ON l.id = a.library_id WHERE a.partial = 1";

    private static final String STALE_ALIASES = "SELECT o.id, a.external_id FROM source o JOIN song_alias a"
            + " ON a.source_id = o.id LEFT JOIN library l ON l.source_id = o.id WHERE o.name GLOB 'library-[0-9]*'"
            + " AND NOT EXISTS (SELECT 1 FROM library_file f WHERE f.library_id = l.id AND f.seen = l.seen"
            + " AND f.external_id = a.external_id) LIMIT " + PORTION;

    private static final String GONE = "SELECT id FROM import WHERE library = 1 AND status = 'undone' AND purged = 0";

    private static final String UNNAMED_SONGS = "SELECT s.id FROM song s JOIN import i ON i.id = s.import_id"
            + " WHERE (i.library = 1 OR i.purged = 1) AND s.merged_into IS NULL"
            + " AND NOT EXISTS (SELECT 1 FROM library_file f WHERE f.song_id = s.id)"
            + " AND NOT EXISTS (SELECT 1 FROM song_feedback f WHERE f.song_id = s.id)";

    private final Database database;
    private final SongRepository songs;
    private final ArtistRepository artists;
    private final ListenRepository listens;
    private final PlayCountRepository playCounts;
    private final FeedbackRepository feedback;

    LeftoverRepository(
            Database database,
            SongRepository songs,
            ArtistRepository artists,
            ListenRepository listens,
            PlayCountRepository playCounts,
            FeedbackRepository feedback) {
        this.database = database;
        this.songs = songs;
        this.artists = artists;
        this.listens = listens;
        this.playCounts = playCounts;
        this.feedback = feedback;
    }

    /**
     * Deletes it.
     *
     * @param songsGone is told once if any song has gone
     * @return whether that is all: songs are not deleted while an import looks for songs
     */
    boolean delete(Runnable songsGone) {
        deleteRows(STALE_FILES, "library_file", "library_id");
        deleteRows(STALE_VIEWS, "library_login_file", "login_id");
        deleteAliases();
        List<Integer> gone = database.query(GONE, row -> row.getInt(1));
        gone.forEach(this::deleteTaste);
        Set<Songs> deleted = deleteSongs();
        if (deleted.contains(Songs.SOME)) {
            database.writeNow(artists::deleteWithoutSongs);
            songsGone.run();
        }
        if (deleted.contains(Songs.LATER)) {
            return false;
        }
        database.writeEach(gone, (connection, turn) -> {
            while (turn.hasNext()) {
                Statements.update(connection, "UPDATE import SET purged = 1 WHERE id = ?", turn.next());
            }
        });
        return true;
    }

    private record Generation(int owner, int seen) {}

    private void deleteRows(String stale, String table, String owner) {
        String delete =
                ("DELETE FROM %1$s WHERE %2$s = ?1 AND seen = ?2 AND external_id IN (SELECT external_id FROM %1$s"
                                + " WHERE %2$s = ?1 AND seen = ?2 ORDER BY external_id LIMIT " + PORTION + ")")
                        .formatted(table, owner);
        for (Generation old : database.query(stale, row -> new Generation(row.getInt(1), row.getInt(2)))) {
            int deleted;
            do {
                deleted =
                        database.writeNow(connection -> Statements.update(connection, delete, old.owner(), old.seen()));
            } while (deleted > 0);
        }
    }

    private record Alias(int source, String id) {}

    private void deleteAliases() {
        List<Alias> stale;
        do {
            stale = database.query(STALE_ALIASES, row -> new Alias(row.getInt(1), row.getString(2)));
            database.writeEach(stale, (connection, turn) -> {
                try (PreparedStatement delete =
                        connection.prepareStatement("DELETE FROM song_alias WHERE source_id = ? AND external_id = ?")) {
                    while (turn.hasNext()) {
                        Alias alias = turn.next();
                        bind(delete, alias.source(), alias.id()).executeUpdate();
                    }
                }
            });
        } while (stale.size() == PORTION);
    }

    private void deleteTaste(int importId) {
        database.writeNow(connection -> feedback.delete(connection, importId));
        List<Integer> counted = database.read(connection -> playCounts.usersOf(connection, importId));
        database.writeEach(counted, (connection, userIds) -> playCounts.delete(connection, importId, userIds));
    }

    /** What has become of the songs that nothing names. */
    private enum Songs {
        NONE,
        SOME,
        LATER
    }

    private Set<Songs> deleteSongs() {
        Set<Songs> deleted = EnumSet.noneOf(Songs.class);
        List<Integer> candidates = database.query(UNNAMED_SONGS, row -> row.getInt(1));
        if (candidates.isEmpty()) {
            return deleted;
        }
        BitSet kept = database.read(listens::songsWithRows);
        database.writeEach(
                candidates.stream().filter(song -> !kept.get(song)).toList(),
                (connection, turn) -> deleted.add(deleteSongs(connection, turn)));
        return deleted;
    }

    private Songs deleteSongs(Connection connection, Iterator<Integer> turn) throws SQLException {
        Songs deleted = isImporting(connection) ? Songs.LATER : Songs.NONE;
        while (turn.hasNext()) {
            int song = turn.next();
            if (deleted != Songs.LATER && songs.isBrought(connection, song)) {
                songs.delete(connection, song);
                deleted = Songs.SOME;
            }
        }
        return deleted;
    }

    // It has looked songs up, perhaps, of which it will write rows.
    private static boolean isImporting(Connection connection) throws SQLException {
        return Statements.selectInt(connection, "SELECT EXISTS (SELECT 1 FROM import WHERE status = 'running')") == 1;
    }
}
