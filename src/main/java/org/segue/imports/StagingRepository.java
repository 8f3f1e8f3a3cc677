package org.segue.imports;

import static org.segue.storage.Statements.bind;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.feedback.Verdict;
import org.segue.imports.BadRows.BadRow;
import org.segue.imports.ExternalFeedback.Judged;
import org.segue.listens.Listen;
import org.segue.listens.Measure;
import org.segue.listens.PlayCount;
import org.segue.storage.ScratchDatabase;
import org.segue.storage.Statements;
import org.segue.storage.StorageException;

/**
 * Rows of one import between reading and merging, in a scratch database: there they are sorted by key on disk, so that
 * memory does not grow with the files and the main database is written in the order in which it is stored (random order
 * costs about four times as much). For one thread.
 */
final class StagingRepository implements ImportSink, AutoCloseable {

    /** A play of less than thirty seconds, or one that the player marks so. */
    static final String SKIP = "broken off at once: kept as a skip";

    /** One import is either undone or in force, and says what its values mean. */
    static final String OTHER_MEASURE = "ratings beside plays, or plays beside ratings: import that file by itself";

    static final String NO_HISTORY = "file in an archive that holds no history";

    /** Rows that are handed on at once. */
    private static final int PORTION = 5000;

    /**
     * A user as files name one.
     *
     * @param name under which the user is staged
     * @param source whose user it is, null for a user of this house
     * @param id what the source calls the user, or people here
     */
    record StagedUser(String name, @Nullable String source, String id) {
        private static StagedUser of(String name) {
            int tab = name.indexOf('\t');
            return new StagedUser(name, tab == 0 ? null : name.substring(0, tab), name.substring(tab + 1));
        }
    }

    /**
     * A song as files tell it.
     *
     * @param name under which it is staged
     * @param song what is known of it
     */
    record StagedSong(String name, ExternalSong song) {}

    /**
     * A verdict as files tell it.
     *
     * @param userId database key
     * @param songId database key, 0 if no file names the song, and for artists
     * @param mbid MusicBrainz recording id, null if unknown
     * @param artist name of the artist whom it is about, null for songs
     * @param until when a ban ends, epoch seconds, null for never
     */
    record StagedFeedback(
            int userId,
            int songId,
            @Nullable String mbid,
            @Nullable String artist,
            Verdict verdict,
            long judgedAt,
            @Nullable Long until) {}

    private final ImportProgress progress;
    private final @Nullable String requestedUser;
    private final Connection connection;
    private final StagedNameRepository users;
    private final StagedNameRepository songs;
    private final PreparedStatement insertRow;
    private final PreparedStatement insertListen;
    private final PreparedStatement insertFeedback;
    private final PreparedStatement insertReference;
    private final PreparedStatement describeSong;
    private final List<String> formats = new ArrayList<>();
    private String source = "";
    private int format;
    private @Nullable String owner;
    private String sourceOfOwner = "";
    private @Nullable Measure measure;
    private boolean otherMeasure;

    /**
     * An empty one.
     *
     * @param requestedUser whose listens they are where files name no user; null if they do
     */
    StagingRepository(ScratchDatabase scratch, ImportProgress progress, @Nullable String requestedUser) {
        this.progress = progress;
        this.requestedUser = requestedUser;
        this.connection = scratch.connection();
        try (Statement ddl = connection.createStatement()) {
            ddl.execute("CREATE TABLE user (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)");
            ddl.execute("CREATE TABLE song (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)");
            ddl.execute("CREATE TABLE row (user INTEGER, song INTEGER, value REAL)");
            ddl.execute(
                    "CREATE TABLE listen"
                            + " (user INTEGER, song INTEGER, listened_at INTEGER, spread INTEGER, skipped INTEGER, format INTEGER)");
            ddl.execute("CREATE TABLE settled"
                    + " (user INTEGER, song INTEGER, listened_at INTEGER, spread INTEGER, skipped INTEGER)");
            ddl.execute("CREATE TABLE feedback (user INTEGER, song INTEGER, mbid TEXT, msid TEXT, artist TEXT,"
                    + " verdict TEXT, judged_at INTEGER, until INTEGER)");
            ddl.execute("CREATE TABLE reference (name TEXT PRIMARY KEY, song INTEGER) WITHOUT ROWID");
            ddl.execute("CREATE TABLE described (name TEXT PRIMARY KEY, title TEXT, artist TEXT, album TEXT, mbid TEXT,"
                    + " isrc TEXT, duration INTEGER) WITHOUT ROWID");
            ddl.execute("CREATE TABLE user_key (number INTEGER PRIMARY KEY, key INTEGER)");
            ddl.execute("CREATE TABLE song_key (number INTEGER PRIMARY KEY, key INTEGER)");
            users = new StagedNameRepository(connection, "user");
            songs = new StagedNameRepository(connection, "song");
            insertRow = connection.prepareStatement("INSERT INTO row VALUES (?, ?, ?)");
            insertListen = connection.prepareStatement("INSERT INTO listen VALUES (?, ?, ?, ?, ?, ?)");
            insertFeedback = connection.prepareStatement("INSERT INTO feedback VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
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
        otherMeasure = false;
    }

    @Override
    public void ignored(HistoryFile file) {
        progress.skipped(NO_HISTORY);
    }

    @Override
    public void owner(String user) {
        owner = user;
        sourceOfOwner = source;
    }

    @Override
    public @Nullable String owner() {
        return owner;
    }

    @Override
    public void measure(Measure ofRows) {
        measure = measure == null ? ofRows : measure;
        otherMeasure = measure != ofRows;
    }

    Measure measure() {
        return measure == null ? Measure.PLAYS : measure;
    }

    @Override
    public void interaction(String user, ExternalSong song, double value, @Nullable Long listenedAt) {
        if (listenedAt != null) {
            listen(ExternalListen.heard(user, song, listenedAt));
            return;
        }
        if (otherMeasure) {
            skipped(OTHER_MEASURE);
            return;
        }
        progress.endIfCancelled();
        try {
            bind(insertRow, userNumber(user), songNumber(song), value).executeUpdate();
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
            for (String table : List.of("row", "listen", "feedback")) {
                statement.execute("DELETE FROM %s WHERE user NOT IN (SELECT number FROM user)".formatted(table));
            }
            statement.execute("DELETE FROM song WHERE number NOT IN (SELECT song FROM row"
                    + " UNION ALL SELECT song FROM listen"
                    + " UNION ALL SELECT song FROM feedback WHERE song IS NOT NULL)");
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    // Whom a table beside the owner's listens calls like the owner, is the owner.
    private int userNumber(String user) throws SQLException {
        String sourceOfUser = user.equals(owner) ? sourceOfOwner : source;
        return users.number((user.equals(requestedUser) ? "" : sourceOfUser) + '\t' + user);
    }

    private int songNumber(ExternalSong song) throws SQLException {
        int before = songs.size();
        int number = songs.number(song.identity());
        if (song.id() == null && songs.size() > before) {
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

    /** Hands on the users, each once. */
    void users(Consumer<List<StagedUser>> portion) {
        portions("SELECT name FROM user ORDER BY name", row -> StagedUser.of(row.getString(1)), portion);
    }

    /**
     * Hands on what is known of the songs that somebody played, each once: those with ids in the order in which their aliases are
     * stored, the others in the order in which they came.
     */
    void songs(Consumer<List<StagedSong>> portion) {
        String select = "SELECT s.name, d.title, d.artist, d.album, d.mbid, d.isrc, d.duration"
                + " FROM song s LEFT JOIN described d USING (name) WHERE instr(s.name, char(9)) ";
        portions(select + "= 0 ORDER BY s.name", row -> song(row, row.getString(1)), portion);
        portions(select + "> 0 ORDER BY s.number", row -> song(row, null), portion);
    }

    private static StagedSong song(ResultSet row, @Nullable String id) throws SQLException {
        int duration = row.getInt(7);
        return new StagedSong(
                row.getString(1),
                new ExternalSong(
                        id,
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        duration == 0 ? null : Integer.valueOf(duration)));
    }

    /** Notes the keys of users. */
    void keepUserKeys(List<String> names, int[] keys) {
        keep("INSERT INTO user_key SELECT number, ?2 FROM user WHERE name = ?1", names, keys);
    }

    /** Notes the keys of songs. */
    void keepSongKeys(List<String> names, int[] keys) {
        keep("INSERT INTO song_key SELECT number, ?2 FROM song WHERE name = ?1", names, keys);
    }

    /** Number of rows at a time ({@code true}) or already counted. */
    long rows(boolean atATime) {
        return count(atATime ? "listen" : "row");
    }

    /** Number of verdicts. */
    long verdicts() {
        return count("feedback");
    }

    private long count(String table) {
        try (PreparedStatement select = connection.prepareStatement("SELECT count(*) FROM " + table);
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Hands on cells of user and song, each once: plays added up, of ratings the last. In the order of their keys. */
    void playCounts(Consumer<List<PlayCount>> portion) {
        // Beside max() a bare column is that of the row with the maximum: the last rating.
        String value = measure() == Measure.PLAYS ? "sum(r.value), 0" : "r.value, max(r.rowid)";
        portions(
                "SELECT u.key, s.key, " + value + " FROM row r" + JOINED + "GROUP BY 1, 2 ORDER BY 1, 2",
                row -> new PlayCount(row.getInt(1), row.getInt(2), row.getDouble(3)),
                portion);
    }

    /** Hands on listens, each once however many files tell of it, in the order of their keys. */
    void listens(Consumer<List<Listen>> portion) {
        settle();
        portions(
                "SELECT user, listened_at, song, min(skipped), min(spread) FROM settled GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
                row -> new Listen(row.getInt(1), row.getLong(2), row.getInt(3), row.getInt(4) != 0, row.getInt(5)),
                portion);
    }

    private void settle() {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO settled VALUES (?, ?, ?, ?, ?)");
                PreparedStatement select = connection.prepareStatement(
                        "SELECT u.key, s.key, r.listened_at, r.spread, r.skipped, r.format FROM listen r" + JOINED
                                + "ORDER BY 1, 2, 5, 3, 4");
                ResultSet row = select.executeQuery()) {
            List<Listen> kept = new ArrayList<>();
            SameListens listens = new SameListens(kept::add);
            while (row.next()) {
                progress.endIfCancelled();
                listens.add(
                        new Listen(row.getInt(1), row.getLong(3), row.getInt(2), row.getInt(5) != 0, row.getInt(4)),
                        row.getInt(6));
                insert(insert, kept);
            }
            listens.end();
            insert(insert, kept);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static void insert(PreparedStatement insert, List<Listen> listens) throws SQLException {
        for (Listen listen : listens) {
            bind(
                            insert,
                            listen.userId(),
                            listen.songId(),
                            listen.listenedAt(),
                            listen.spread(),
                            listen.isSkipped() ? 1 : 0)
                    .executeUpdate();
        }
        listens.clear();
    }

    /** Hands on verdicts, in the order in which they were told. */
    void verdicts(Consumer<List<StagedFeedback>> portion) {
        portions(
                "SELECT u.key, COALESCE((SELECT key FROM song_key WHERE number = f.song), "
                        + songOf("mbid") + ", " + songOf("msid")
                        + ", 0), f.mbid, f.artist, f.verdict, f.judged_at, f.until"
                        + " FROM feedback f JOIN user_key u ON u.number = f.user ORDER BY f.rowid",
                StagingRepository::feedback,
                portion);
    }

    private static StagedFeedback feedback(ResultSet row) throws SQLException {
        long until = row.getLong(7);
        boolean isForEver = row.wasNull();
        return new StagedFeedback(
                row.getInt(1),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                Verdict.of(row.getString(5)),
                row.getLong(6),
                isForEver ? null : Long.valueOf(until));
    }

    private static String songOf(String column) {
        return "(SELECT k.key FROM reference n JOIN song_key k ON k.number = n.song WHERE n.name = f." + column + ")";
    }

    private static final String JOINED = " JOIN user_key u ON u.number = r.user JOIN song_key s ON s.number = r.song ";

    @Override
    public void close() {
        try {
            users.close();
            songs.close();
            Statements.close(insertRow, insertListen, insertFeedback, insertReference, describeSong);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private interface Mapping<T> {
        T map(ResultSet row) throws SQLException;
    }

    private <T> void portions(String sql, Mapping<T> mapping, Consumer<List<T>> consumer) {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            List<T> portion = new ArrayList<>(PORTION);
            while (row.next()) {
                portion.add(mapping.map(row));
                if (portion.size() == PORTION) {
                    progress.endIfCancelled();
                    consumer.accept(portion);
                    portion = new ArrayList<>(PORTION);
                }
            }
            consumer.accept(portion);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void keep(String sql, List<String> ids, int[] keys) {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < keys.length; i++) {
                bind(insert, ids.get(i), keys[i]).executeUpdate();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static StorageException failed(SQLException e) {
        return new StorageException("Rows cannot be staged: " + e.getMessage(), e);
    }
}
