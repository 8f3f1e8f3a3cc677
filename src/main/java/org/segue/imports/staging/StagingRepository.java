package org.segue.imports.staging;

import static org.segue.storage.Statements.bind;
import static org.segue.storage.Statements.firstInt;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.imports.BadRows.BadRow;
import org.segue.imports.ImportProgress;
import org.segue.imports.ImportSink;
import org.segue.imports.formats.ExternalFeedback;
import org.segue.imports.formats.ExternalFeedback.Judged;
import org.segue.imports.formats.ExternalList;
import org.segue.imports.formats.ExternalListen;
import org.segue.imports.formats.FilesOwner;
import org.segue.imports.formats.HistoryFile;
import org.segue.imports.formats.HistoryImporter;
import org.segue.listens.Measure;
import org.segue.storage.ScratchDatabase;
import org.segue.storage.Statements;
import org.segue.storage.StorageException;

/**
 * Rows of one import between reading and merging, in a scratch database: there they are sorted by key on disk, so that
 * memory does not grow with the files and the main database is written in the order in which it is stored (random order
 * costs about four times as much). For one thread.
 */
public final class StagingRepository implements ImportSink, AutoCloseable {

    /** A play of less than thirty seconds, or one that the player marks so. */
    public static final String SKIP = "broken off at once: kept as a skip";

    public static final String NO_HISTORY = "file in an archive that holds no history";

    private final ImportProgress progress;
    private final @Nullable String requestedUser;
    private final Connection connection;
    private final StagedNameRepository users;
    private final StagedNameRepository songs;
    private final PreparedStatement insertRow;
    private final PreparedStatement insertListen;
    private final PreparedStatement insertFeedback;
    private final PreparedStatement insertList;
    private final PreparedStatement insertListSong;
    private final PreparedStatement insertReference;
    private final PreparedStatement describeSong;
    private final List<String> formats = new ArrayList<>();
    private String source = "";
    private int format;
    private @Nullable FilesOwner owner;
    private String stagedOwner = "";
    private Measure measure = Measure.PLAYS;

    /**
     * An empty one.
     *
     * @param requestedUser whose listens they are where files name no user; null if they do
     */
    public StagingRepository(ScratchDatabase scratch, ImportProgress progress, @Nullable String requestedUser) {
        this.progress = progress;
        this.requestedUser = requestedUser;
        this.connection = scratch.connection();
        try (Statement ddl = connection.createStatement()) {
            ddl.execute("CREATE TABLE user (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)");
            ddl.execute("CREATE TABLE song (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)");
            ddl.execute("CREATE TABLE row (user INTEGER, song INTEGER, rating INTEGER, value REAL)");
            ddl.execute(
                    "CREATE TABLE listen"
                            + " (user INTEGER, song INTEGER, listened_at INTEGER, spread INTEGER, skipped INTEGER, format INTEGER)");
            ddl.execute("CREATE TABLE settled"
                    + " (user INTEGER, song INTEGER, listened_at INTEGER, spread INTEGER, skipped INTEGER)");
            ddl.execute("CREATE TABLE feedback (user INTEGER, song INTEGER, mbid TEXT, msid TEXT, artist TEXT,"
                    + " verdict TEXT, judged_at INTEGER, until INTEGER)");
            ddl.execute(
                    "CREATE TABLE list (number INTEGER PRIMARY KEY, user INTEGER, id TEXT, title TEXT, created_at INTEGER)");
            ddl.execute("CREATE TABLE list_song (list INTEGER, place INTEGER, song INTEGER)");
            ddl.execute("CREATE TABLE reference (name TEXT PRIMARY KEY, song INTEGER) WITHOUT ROWID");
            ddl.execute("CREATE TABLE described (name TEXT PRIMARY KEY, title TEXT, artist TEXT, album TEXT, mbid TEXT,"
                    + " isrc TEXT, duration INTEGER) WITHOUT ROWID");
            ddl.execute("CREATE TABLE user_key (number INTEGER PRIMARY KEY, key INTEGER)");
            ddl.execute("CREATE TABLE song_key (number INTEGER PRIMARY KEY, key INTEGER)");
            users = new StagedNameRepository(connection, "user");
            songs = new StagedNameRepository(connection, "song");
            insertRow = connection.prepareStatement("INSERT INTO row VALUES (?, ?, ?, ?)");
            insertListen = connection.prepareStatement("INSERT INTO listen VALUES (?, ?, ?, ?, ?, ?)");
            insertFeedback = connection.prepareStatement("INSERT INTO feedback VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
            insertList = connection.prepareStatement(
                    "INSERT INTO list (user, id, title, created_at) VALUES (?, ?, ?, ?) RETURNING number");
            insertListSong = connection.prepareStatement("INSERT INTO list_song VALUES (?, ?, ?)");
            insertReference = connection.prepareStatement("INSERT OR IGNORE INTO reference VALUES (?, ?)");
            describeSong = connection.prepareStatement("INSERT INTO described VALUES (?, ?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT DO UPDATE SET title = excluded.title, artist = excluded.artist,"
                    + " album = excluded.album WHERE title IS NULL");
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void begin(HistoryFile file, HistoryImporter importer, String sourceOfFile) {
        source = sourceOfFile;
        if (!formats.contains(importer.format())) {
            formats.add(importer.format());
        }
        format = formats.indexOf(importer.format());
        measure = Measure.PLAYS;
    }

    @Override
    public void ignored(HistoryFile file) {
        progress.skipped(NO_HISTORY);
    }

    @Override
    public void owner(FilesOwner ofFiles) {
        owner = ofFiles;
        stagedOwner = ofFiles.houseId() == null
                ? source + '\t' + ofFiles.user()
                : '\t' + ofFiles.houseId() + '\t' + ofFiles.user();
    }

    @Override
    public @Nullable FilesOwner owner() {
        return owner;
    }

    @Override
    public void measure(Measure ofRows) {
        measure = ofRows;
    }

    @Override
    public void interaction(String user, ExternalSong song, double value, @Nullable Long listenedAt) {
        if (listenedAt != null) {
            listen(ExternalListen.heard(user, song, listenedAt));
            return;
        }
        progress.endIfCancelled();
        try {
            bind(insertRow, userNumber(user), songNumber(song), measure == Measure.RATINGS ? 1 : 0, value)
                    .executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
        progress.row();
    }

    @Override
    public void song(ExternalSong song) {
        progress.endIfCancelled();
        try {
            describe(song);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void listen(ExternalListen listen) {
        progress.endIfCancelled();
        try {
            int song = songNumber(listen.song());
            bind(
                            insertListen,
                            userNumber(listen.user()),
                            song,
                            listen.listenedAt(),
                            listen.spread(),
                            listen.isSkipped() ? 1 : 0,
                            format)
                    .executeUpdate();
            // What feedback may call the song: only one format has both.
            if (listen.msid() != null) {
                bind(insertReference, listen.msid(), song).executeUpdate();
                if (listen.song().mbid() != null) {
                    bind(insertReference, listen.song().mbid(), song).executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw failed(e);
        }
        progress.row();
        if (listen.isSkipped()) {
            progress.skipped(SKIP);
        }
    }

    @Override
    public void feedback(ExternalFeedback feedback) {
        progress.endIfCancelled();
        Judged judged = feedback.judged();
        try {
            bind(
                            insertFeedback,
                            userNumber(feedback.user()),
                            judged.song() == null ? null : songNumber(judged.song()),
                            judged.mbid(),
                            judged.msid(),
                            judged.artist(),
                            feedback.verdict().word(),
                            feedback.judgedAt(),
                            feedback.until())
                    .executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
        progress.row();
    }

    @Override
    public void list(ExternalList list) {
        progress.endIfCancelled();
        try {
            int number = firstInt(bind(insertList, userNumber(list.user()), list.id(), list.title(), list.createdAt()));
            int place = 0;
            for (ExternalSong song : list.songs()) {
                bind(insertListSong, number, place++, songNumber(song)).executeUpdate();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
        progress.row();
    }

    @Override
    public void skipped(String reason) {
        progress.endIfCancelled();
        progress.row();
        progress.skipped(reason);
    }

    @Override
    public void badRow(String file, long line, String reason) {
        progress.endIfCancelled();
        progress.badRow(new BadRow(file, line, reason));
    }

    /** What has been staged. Its methods are for the same thread. */
    public StagedRowsRepository rows() {
        return new StagedRowsRepository(connection, progress);
    }

    /** Drops users with their rows, and the songs that nobody else has. */
    void dropUsers(List<String> dropped) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE dropped (name TEXT PRIMARY KEY) WITHOUT ROWID");
            try (PreparedStatement note = connection.prepareStatement("INSERT OR IGNORE INTO dropped VALUES (?)")) {
                for (String name : dropped) {
                    bind(note, name).executeUpdate();
                }
            }
            // A staged name is a source, a tab, and what that source calls the user.
            statement.execute(
                    "DELETE FROM user WHERE substr(name, instr(name, char(9)) + 1) IN (SELECT name FROM dropped)");
            for (String table : List.of("row", "listen", "feedback", "list")) {
                statement.execute("DELETE FROM %s WHERE user NOT IN (SELECT number FROM user)".formatted(table));
            }
            statement.execute("DELETE FROM song WHERE number NOT IN (SELECT song FROM row"
                    + " UNION ALL SELECT song FROM listen"
                    + " UNION ALL SELECT song FROM feedback WHERE song IS NOT NULL"
                    + " UNION ALL SELECT song FROM list_song WHERE list IN (SELECT number FROM list))");
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    // Whom a table beside the owner's listens calls like the owner, is the owner.
    private int userNumber(String user) throws SQLException {
        if (owner != null && user.equals(owner.user())) {
            return users.number(stagedOwner);
        }
        return users.number((user.equals(requestedUser) ? "" : source) + '\t' + user);
    }

    private int songNumber(ExternalSong song) throws SQLException {
        int before = songs.size();
        int number = songs.number(song.identity());
        if (songs.size() > before && song.title() != null) {
            describe(song);
        }
        return number;
    }

    private void describe(ExternalSong song) throws SQLException {
        bind(
                        describeSong,
                        song.identity(),
                        song.title(),
                        song.artist(),
                        song.album(),
                        song.mbid(),
                        song.isrc(),
                        song.durationMs())
                .executeUpdate();
    }

    @Override
    public void close() {
        try {
            users.close();
            songs.close();
            Statements.close(
                    insertRow, insertListen, insertFeedback, insertList, insertListSong, insertReference, describeSong);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    static StorageException failed(SQLException e) {
        return new StorageException("Rows cannot be staged: " + e.getMessage(), e);
    }
}
