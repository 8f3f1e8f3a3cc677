package org.segue.imports.staging;

import static org.segue.storage.Statements.bind;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
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

/**
 * What {@link StagingRepository} has taken, sorted and joined for the main database: names first, then, once their keys are
 * noted, what has to do with them. For one thread.
 */
public final class StagedRowsRepository {

    /** Rows that are handed on at once. */
    private static final int PORTION = 5000;

    private static final String JOINED = " JOIN user_key u ON u.number = r.user JOIN song_key s ON s.number = r.song ";

    /**
     * A user as files name one.
     *
     * @param staged under which the user is staged
     * @param source whose user it is, null for a user of this house
     * @param id what the source calls the user, or people here
     * @param name for people to read
     */
    public record StagedUser(String staged, @Nullable String source, String id, String name) {
        // A source, a tab, an id; or a tab, an id, and a name behind another tab if it is another.
        private static StagedUser of(String staged) {
            List<String> parts = List.of(staged.split("\t", 3));
            return new StagedUser(
                    staged, parts.get(0).isEmpty() ? null : parts.get(0), parts.get(1), parts.get(parts.size() - 1));
        }
    }

    /**
     * A song as files tell it.
     *
     * @param name under which it is staged
     * @param song what is known of it
     */
    public record StagedSong(String name, ExternalSong song) {}

    /**
     * A verdict as files tell it.
     *
     * @param userId database key
     * @param songId database key, 0 if no file names the song, and for artists
     * @param mbid MusicBrainz recording id, null if unknown
     * @param artist name of the artist whom it is about, null for songs
     * @param until when a ban ends, epoch seconds, null for never
     */
    public record StagedFeedback(
            int userId,
            int songId,
            @Nullable String mbid,
            @Nullable String artist,
            Verdict verdict,
            long judgedAt,
            @Nullable Long until) {}

    /**
     * A list as a file tells it.
     *
     * @param userId database key
     * @param id a UUID
     * @param createdAt epoch seconds
     * @param songs keys in order with commas between
     */
    public record StagedList(int userId, String id, String title, long createdAt, String songs) {}

    private final Connection connection;
    private final ImportProgress progress;

    /** Over the tables of a {@link StagingRepository}. */
    StagedRowsRepository(Connection connection, ImportProgress progress) {
        this.connection = connection;
        this.progress = progress;
    }

    /** Hands on the users, each once. */
    public void users(Consumer<List<StagedUser>> portion) {
        portions("SELECT name FROM user ORDER BY name", row -> StagedUser.of(row.getString(1)), portion);
    }

    /**
     * Hands on what is known of the songs that somebody played, each once: those with ids in the order in which their aliases are
     * stored, the others in the order in which they came.
     */
    public void songs(Consumer<List<StagedSong>> portion) {
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
    public void keepUserKeys(List<String> names, int[] keys) {
        keep("INSERT INTO user_key SELECT number, ?2 FROM user WHERE name = ?1", names, keys);
    }

    /** Notes the keys of songs. */
    public void keepSongKeys(List<String> names, int[] keys) {
        keep("INSERT INTO song_key SELECT number, ?2 FROM song WHERE name = ?1", names, keys);
    }

    /** Number of rows at a time. */
    public long listens() {
        return count("listen");
    }

    /** Number of rows that are already counted, and of ratings. */
    public long counted() {
        return count("row");
    }

    /** Whether no row tells of anything that somebody heard, said or keeps. */
    public boolean isEmpty() {
        return listens() + counted() + count("feedback") + count("list") == 0;
    }

    private long count(String table) {
        try (PreparedStatement select = connection.prepareStatement("SELECT count(*) FROM " + table);
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        } catch (SQLException e) {
            throw StagingRepository.failed(e);
        }
    }

    /** Hands on cells of user and song, each once: plays added up, of ratings the last. In the order of their keys. */
    public void playCounts(Consumer<List<PlayCount>> portion) {
        // Beside max() a bare column is that of the row with the maximum: the last rating.
        portions(
                "SELECT u.key, s.key, r.rating, CASE r.rating WHEN 1 THEN r.value ELSE sum(r.value) END, max(r.rowid)"
                        + " FROM row r" + JOINED + "GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
                row -> new PlayCount(
                        row.getInt(1),
                        row.getInt(2),
                        row.getInt(3) == 1 ? Measure.RATINGS : Measure.PLAYS,
                        row.getDouble(4)),
                portion);
    }

    /** Hands on listens, each once however many files tell of it, in the order of their keys. */
    public void listens(Consumer<List<Listen>> portion) {
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
            throw StagingRepository.failed(e);
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
    public void verdicts(Consumer<List<StagedFeedback>> portion) {
        portions(
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
        portions(
                "SELECT u.key, l.id, l.title, l.created_at, (SELECT group_concat(k.key, ',' ORDER BY s.place)"
                        + " FROM list_song s JOIN song_key k ON k.number = s.song WHERE s.list = l.number)"
                        + " FROM list l JOIN user_key u ON u.number = l.user ORDER BY l.number",
                row -> new StagedList(
                        row.getInt(1), row.getString(2), row.getString(3), row.getLong(4), row.getString(5)),
                portion);
    }

    /** Lets songs that were joined to others, when further ones were looked up, lead to those. */
    public void follow(SongMerges joined) {
        try (PreparedStatement select = connection.prepareStatement("SELECT number, key FROM song_key");
                PreparedStatement update = connection.prepareStatement("UPDATE song_key SET key = ? WHERE number = ?");
                ResultSet row = select.executeQuery()) {
            Map<Integer, Integer> changed = new HashMap<>();
            while (row.next()) {
                int target = joined.target(row.getInt(2));
                if (target != row.getInt(2)) {
                    changed.put(row.getInt(1), target);
                }
            }
            for (Map.Entry<Integer, Integer> entry : changed.entrySet()) {
                bind(update, entry.getValue(), entry.getKey()).executeUpdate();
            }
        } catch (SQLException e) {
            throw StagingRepository.failed(e);
        }
    }

    private static String songOf(String column) {
        return "(SELECT k.key FROM reference n JOIN song_key k ON k.number = n.song WHERE n.name = f." + column + ")";
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
            throw StagingRepository.failed(e);
        }
    }

    private void keep(String sql, List<String> ids, int[] keys) {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < keys.length; i++) {
                bind(insert, ids.get(i), keys[i]).executeUpdate();
            }
        } catch (SQLException e) {
            throw StagingRepository.failed(e);
        }
    }
}
