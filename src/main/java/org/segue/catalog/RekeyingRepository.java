package org.segue.catalog;

import static org.segue.storage.Statements.bind;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/**
 * Makes the keys of artists and songs anew, once, in a database whose keys were made by other rules, and joins the songs that
 * have the same key now. All writes are short, and what is left to do follows from the rows: a process that is killed goes on
 * where it was. Nothing else starts before it has ended.
 */
@Singleton
public class RekeyingRepository {

    private static final Logger LOG = Logger.getLogger(RekeyingRepository.class);

    /** Rows that are in memory at once. */
    private static final int PORTION = 5000;

    // Songs with artist and title alone: the key of the others begins with the tab.
    private static final String SHARED_KEYS =
            "SELECT recording_key FROM song WHERE recording_key >= char(10) AND merged_into IS NULL"
                    + " AND id NOT IN (SELECT from_id FROM song_merge)"
                    + " GROUP BY recording_key HAVING count(*) > 1 ORDER BY recording_key LIMIT " + PORTION;

    private static final String SONGS_WITHOUT_KEY =
            "SELECT s.id, s.title, COALESCE(a.name, ''), s.former_key FROM song s LEFT JOIN artist a ON a.id = s.artist_id"
                    + " WHERE s.recording_key IS NULL AND s.former_key IS NOT NULL ORDER BY s.id LIMIT " + PORTION;

    private final Database database;

    RekeyingRepository(Database database) {
        this.database = database;
    }

    /** A song whose key is to be made. */
    private record Unkeyed(int id, String title, String artist, String formerKey) {}

    /** A further spelling of a song. */
    private record Spelling(String key, int songId) {}

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        run();
    }

    /** Does what is left of it. Blocks. */
    public void run() {
        if (isLeft("1 keys")) {
            LOG.info("The keys of all recordings are made anew");
            repeat(RekeyedArtistRepository::unkeyed, RekeyedArtistRepository::rekey);
            repeat(RekeyingRepository::unkeyed, RekeyingRepository::rekey);
            addSpellings();
            done("1 keys");
        }
        if (isLeft("2 joins")) {
            repeat(RekeyingRepository::sharedKeys, JoinedSongRepository::join);
            done("2 joins");
            LOG.infof(
                    "Songs with the same key: %d joined, %d left as they are",
                    database.read(connection -> count(connection, "joined")),
                    database.read(connection -> count(connection, "listed")));
        }
    }

    private boolean isLeft(String step) {
        return database.read(connection ->
                        Statements.selectInt(connection, "SELECT count(*) FROM rekeying WHERE step = ?", step))
                != 0;
    }

    private void done(String step) {
        database.writeNow(connection -> Statements.update(connection, "DELETE FROM rekeying WHERE step = ?", step));
    }

    private static int count(Connection connection, String state) throws SQLException {
        return Statements.selectInt(
                connection, "SELECT count(*) FROM song_merge WHERE rule = 'key' AND state = ?", state);
    }

    private <T> void repeat(Database.Work<List<T>> left, Database.TurnWork<T> work) {
        List<T> portion = database.read(left);
        while (!portion.isEmpty()) {
            database.writeEach(portion, work);
            portion = database.read(left);
        }
    }

    private static List<Unkeyed> unkeyed(Connection connection) throws SQLException {
        return Statements.query(
                connection,
                SONGS_WITHOUT_KEY,
                row -> new Unkeyed(row.getInt(1), row.getString(2), row.getString(3), row.getString(4)));
    }

    private static void rekey(Connection connection, Iterator<Unkeyed> songs) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE song SET recording_key = ?, former_key = ?, work_key = ?, signs = ? WHERE id = ?")) {
            while (songs.hasNext()) {
                Unkeyed song = songs.next();
                String key = RecordingKey.of(song.artist(), song.title());
                bind(
                                update,
                                key,
                                key.equals(song.formerKey()) ? null : song.formerKey(),
                                RecordingKey.ofWork(song.artist(), song.title()),
                                SearchWords.signs(song.title()),
                                song.id())
                        .executeUpdate();
            }
        }
    }

    // Of a spelling only the former key is known: its words are named anew.
    private void addSpellings() {
        List<Spelling> spellings = database.query(
                "SELECT l.external_id, l.song_id FROM song_alias l JOIN source o ON o.id = l.source_id"
                        + " WHERE o.name = 'text'",
                row -> new Spelling(row.getString(1), row.getInt(2)));
        database.writeEach(spellings, RekeyingRepository::addSpellings);
    }

    private static void addSpellings(Connection connection, Iterator<Spelling> spellings) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT OR IGNORE INTO song_alias (source_id, external_id, song_id)"
                        + " SELECT id, ?1, ?2 FROM source WHERE name = 'text'"
                        + " AND NOT EXISTS (SELECT 1 FROM song WHERE recording_key = ?1)")) {
            while (spellings.hasNext()) {
                Spelling spelling = spellings.next();
                String key = keyOfWords(spelling.key());
                if (key != null) {
                    bind(insert, key, spelling.songId()).executeUpdate();
                }
            }
        }
    }

    private static @Nullable String keyOfWords(String formerKey) {
        int tab = formerKey.indexOf('\t');
        return tab < 0 ? null : RecordingKey.of(formerKey.substring(0, tab), formerKey.substring(tab + 1));
    }

    private static List<String> sharedKeys(Connection connection) throws SQLException {
        return Statements.query(connection, SHARED_KEYS, row -> row.getString(1));
    }
}
