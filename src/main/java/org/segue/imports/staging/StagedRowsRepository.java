package org.segue.imports.staging;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.catalog.SongMerges;
import org.segue.feedback.Verdict;
import org.segue.imports.ImportProgress;
import org.segue.listens.Listen;
import org.segue.listens.Measure;
import org.segue.listens.PlayCount;
import org.segue.listens.PlaysOfFiles;
import org.segue.listens.Reread;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/**
 * What {@link StagingRepository} has taken, sorted for the main database: names first, then, once their keys are noted, what has to
 * do with them. For one thread.
 */
public final class StagedRowsRepository {

    private static final String JOINED = " JOIN user_key u ON u.number = r.user JOIN song_key s ON s.number = r.song ";

    /**
     * How many there are of what has numbers.
     *
     * @param users names of users
     * @param songs names of songs
     * @param tellers formats and players that tell of listens
     */
    record Sizes(int users, int songs, int tellers) {}

    private final Connection connection;
    private final ListenRuns listens;
    private final Sizes sizes;
    private final ImportProgress progress;
    private final StagedPortionsRepository portions;
    private final int[] userKeys;
    private final int[] songKeys;
    private final int[] lengths;
    private final StagedToldRepository told;
    private final StagedRereadRepository rereads;
    private int[] lengthsByKey = new int[0];

    StagedRowsRepository(
            Connection connection,
            ListenRuns listens,
            Sizes sizes,
            int[] lengths,
            StagedToldRepository told,
            StagedRereadRepository rereads,
            ImportProgress progress) {
        this.connection = connection;
        this.listens = listens;
        this.sizes = sizes;
        this.progress = progress;
        this.portions = new StagedPortionsRepository(connection, progress);
        this.lengths = lengths;
        this.told = told;
        this.rereads = rereads;
        this.userKeys = new int[sizes.users() + 1];
        this.songKeys = new int[sizes.songs() + 1];
        Arrays.fill(userKeys, ListenRuns.LEFT_OUT);
    }

    /** Hands on the users, each once. */
    public void users(Consumer<List<StagedUser>> portion) {
        portions.each(
                "SELECT number, name FROM user ORDER BY name",
                row -> StagedUser.of(row.getInt(1), row.getString(2)),
                portion);
    }

    /** Hands on what is known of the songs that somebody played, each once: those with ids in the order of aliases, the others as they came. */
    public void songs(Consumer<List<StagedSong>> portion) {
        String select = "SELECT s.number, s.name, COALESCE(s.title, d.title), COALESCE(s.artist, d.artist),"
                + " COALESCE(s.album, d.album), COALESCE(s.mbid, d.mbid), COALESCE(s.isrc, d.isrc),"
                + " COALESCE(s.duration, d.duration) FROM song s"
                + " LEFT JOIN unknown d ON s.title IS NULL AND d.name = s.name WHERE instr(s.name, char(9)) ";
        portions.each(select + "= 0 ORDER BY s.name", row -> song(row, row.getString(2)), portion);
        portions.each(select + "> 0 ORDER BY s.number", row -> song(row, null), portion);
    }

    private StagedSong song(ResultSet row, @Nullable String id) throws SQLException {
        int duration = Math.max(row.getInt(8), lengths[row.getInt(1)]);
        return new StagedSong(
                row.getInt(1),
                new ExternalSong(
                        id,
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        duration == 0 ? null : Integer.valueOf(duration)));
    }

    /** Notes the key of a user; 0 for one who was forgotten. */
    public void keepUserKey(int number, int key) {
        userKeys[number] = key;
    }

    /** Keys of the users as far as they are noted; no key is below 1. */
    public int[] userKeys() {
        return userKeys.clone();
    }

    /** Notes the key of a song. */
    public void keepSongKey(int number, int key) {
        songKeys[number] = key;
    }

    /** Whether more has to be known of songs than what the files tell: how long they are. */
    public boolean needsLengths() {
        return sizes.tellers() > 1 || listens.hasDoubts();
    }

    /**
     * All keys are noted. Songs that were merged into others, when further ones were looked up, lead to those.
     *
     * @param knownLengths of songs by key, in milliseconds, 0 where it is unknown; those of the files come first
     */
    public void keysAreComplete(SongMerges merges, int[] knownLengths) {
        for (int number = 0; number < songKeys.length; number++) {
            songKeys[number] = merges.target(songKeys[told.songOf(number)]);
        }
        lengthsByKey = StagedListens.lengthsByKey(songKeys, lengths, knownLengths);
        if (listens.count() < total()) {
            keep("user_key", userKeys);
            keep("song_key", songKeys);
        }
    }

    /** How the plays were told. */
    public StagedToldRepository told() {
        return told;
    }

    /** Key of the song of a number, once all are complete. */
    public int songKey(int number) {
        return songKeys[number];
    }

    private void keep(String table, int[] keys) {
        try {
            Statements.update(connection, "CREATE TABLE " + table + " (number INTEGER PRIMARY KEY, key INTEGER)");
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table + " VALUES (?, ?)")) {
                for (int number = 1; number < keys.length; number++) {
                    if (keys[number] != ListenRuns.LEFT_OUT) {
                        Statements.bind(insert, number, keys[number]).executeUpdate();
                    }
                }
            }
        } catch (SQLException e) {
            throw StagingRepository.failed(e);
        }
    }

    /** Number of rows at a time. */
    public long listens() {
        return listens.count();
    }

    /** Number of rows that are already counted, and of ratings. */
    public long counted() {
        return count("row");
    }

    /** Whether no row tells of anything that somebody heard, said or keeps. */
    public boolean isEmpty() {
        return total() == 0;
    }

    private long total() {
        return listens() + counted() + count("feedback") + count("list");
    }

    private long count(String table) {
        try {
            return Statements.selectInt(connection, "SELECT count(*) FROM " + table);
        } catch (SQLException e) {
            throw StagingRepository.failed(e);
        }
    }

    /** Hands on cells of user and song, each once: plays added up, of ratings the last. In the order of their keys. */
    public void playCounts(Consumer<List<PlayCount>> portion) {
        if (counted() == 0) {
            return;
        }
        // Beside max() a bare column is that of the row with the maximum: the last rating.
        portions.each(
                "SELECT u.key, s.key, r.rating, CASE r.rating WHEN 1 THEN r.value ELSE sum(r.value) END, max(r.rowid)"
                        + " FROM row r" + JOINED + "GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
                row -> new PlayCount(
                        row.getInt(1),
                        row.getInt(2),
                        row.getInt(3) == 1 ? Measure.RATINGS : Measure.PLAYS,
                        row.getDouble(4)),
                portion);
    }

    /**
     * Hands on listens, each once however many files tell of it, in the order of users and times.
     *
     * @param database that has the songs by now
     * @return how many more rows tell of the same
     */
    public long listens(Database database, Consumer<List<Listen>> consumer) {
        PlaysOfFiles plays = new PlaysOfFiles(database, lengthsByKey);
        StagedListens merged = new StagedListens(sizes.tellers(), plays, lengthsByKey, progress, consumer);
        try (ListenRuns ofKeys = listens.oneNumberAKey(userKeys)) {
            ofKeys.forEach(userKeys, songKeys, told.kept(), merged);
        } catch (IOException e) {
            throw StagingRepository.failed(e);
        }
        return merged.end();
    }

    /** Hands on rows that former imports may have read otherwise. */
    public void rereads(Consumer<List<Reread>> portion) {
        if (rereads.isOpen()) {
            portions.each(
                    StagedRereadRepository.select(),
                    row -> StagedRereadRepository.reread(row, userKeys, songKeys, lengthsByKey),
                    portion);
        }
    }

    /** Hands on verdicts, in the order in which they were told. */
    public void verdicts(Consumer<List<StagedFeedback>> portion) {
        if (count("feedback") == 0) {
            return;
        }
        portions.each(
                "SELECT u.key, COALESCE((SELECT key FROM song_key WHERE number = f.song), "
                        + songOf("mbid") + ", " + songOf("msid")
                        + ", 0), f.mbid, f.artist, f.verdict, f.judged_at, f.until"
                        + " FROM feedback f JOIN user_key u ON u.number = f.user ORDER BY f.rowid",
                StagedRowsRepository::feedback,
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

    /** Hands on lists, in the order in which they came. */
    public void lists(Consumer<List<StagedList>> portion) {
        if (count("list") == 0) {
            return;
        }
        portions.each(
                "SELECT u.key, l.id, l.title, l.created_at, (SELECT group_concat(k.key, ',' ORDER BY s.place)"
                        + " FROM list_song s JOIN song_key k ON k.number = s.song WHERE s.list = l.number)"
                        + " FROM list l JOIN user_key u ON u.number = l.user ORDER BY l.number",
                row -> new StagedList(
                        row.getInt(1), row.getString(2), row.getString(3), row.getLong(4), row.getString(5)),
                portion);
    }

    /** Hands on what MusicBrainz calls artists, by their names. */
    public void artists(Consumer<List<Map.Entry<String, String>>> portion) {
        portions.each(
                "SELECT name, mbid FROM artist ORDER BY name",
                row -> Map.entry(row.getString(1), row.getString(2)),
                portion);
    }

    /** Hands on what Spotify calls songs, with the numbers of these. */
    public void tracks(Consumer<List<Map.Entry<String, Integer>>> portion) {
        portions.each(
                "SELECT uri, song FROM track ORDER BY uri", row -> Map.entry(row.getString(1), row.getInt(2)), portion);
    }

    private static String songOf(String column) {
        return "(SELECT k.key FROM reference n JOIN song_key k ON k.number = n.song WHERE n.name = f." + column + ")";
    }
}
