package org.segue.listens;

import static org.segue.storage.Statements.bind;
import static org.segue.storage.Statements.firstInt;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Source;
import org.segue.catalog.UserMergeRepository.RowOwners;
import org.segue.storage.Statements;

/**
 * Play counts in the database, inside reads and writes of the caller's. Rows belong to the import that brought them and
 * count while that one is completed; of one source's imports the latest is in force, so nothing has to be overwritten and
 * an import can be taken back whole.
 */
@Singleton
public class PlayCountRepository {

    private static final String IN_FORCE_OF_SOURCE = "SELECT 1 FROM play_count p JOIN import i ON i.id = p.import_id"
            + " WHERE p.user_id = ? AND p.song_id = ? AND p.rating = ? AND i.source_id = ? AND i.status = 'completed' LIMIT 1";

    private static final String IMPORTS_IN_FORCE_OF_SOURCE =
            "SELECT 1 FROM import WHERE source_id = ? AND status = 'completed' LIMIT 1";

    /** Rows under the keys of songs that were joined are the song's that stays. */
    private static final String OF_USER =
            "SELECT COALESCE(s.merged_into, p.song_id), " + PlaysBySource.KEY + ", p.import_id, p.rating, p.value"
                    + " FROM play_count p JOIN import i ON i.id = p.import_id LEFT JOIN song s ON s.id = p.song_id"
                    + " WHERE p.user_id = ? AND i.status = 'completed'%s ORDER BY 1, 3, p.song_id";

    private static final String OF_USER_ELSEWHERE = OF_USER.formatted(" AND p.import_id <> ?");

    private static final String LISTENS_OF_USER =
            "SELECT COALESCE(s.merged_into, l.song_id), count(DISTINCT l.listened_at) FROM listen l"
                    + " LEFT JOIN song s ON s.id = l.song_id WHERE l.user_id = ? AND l.skipped = 0 AND (l.import_id <= 0"
                    + " OR l.import_id IN (SELECT id FROM import WHERE status = 'completed')) GROUP BY 1";

    /** So many rows are moved or deleted in one write: some milliseconds. */
    private static final int PORTION = 1000;

    private static final String FIRST_ROWS = "(SELECT song_id, import_id FROM play_count WHERE user_id = ?1"
            + " ORDER BY song_id, import_id LIMIT " + PORTION + ")";

    /** Where two names of one person have the same cell from one import, its plays add up; of ratings the later counts. */
    private static final String ADD_UP = " ON CONFLICT DO UPDATE SET value = CASE play_count.rating"
            + " WHEN 0 THEN play_count.value + excluded.value ELSE excluded.value END";

    /**
     * Adds what an import brings of a source; each user, song and measure once. Nothing is added of a user who was forgotten since the
     * key was looked up, and rows of one who was merged meanwhile are the other's.
     */
    public void add(Connection connection, int importId, Source source, Iterator<PlayCount> counts, Added added)
            throws SQLException {
        // Nothing can be known of a source of which nothing counts yet: that saves a look for each of a first import's
        // rows.
        boolean anythingKnown = Statements.selectInt(connection, IMPORTS_IN_FORCE_OF_SOURCE, source.id()) != 0;
        try (RowOwners owners = new RowOwners(connection);
                PreparedStatement known = connection.prepareStatement(IN_FORCE_OF_SOURCE);
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO play_count (user_id, song_id, import_id, rating, value) VALUES (?, ?, ?, ?, ?)"
                                + ADD_UP)) {
            while (counts.hasNext()) {
                PlayCount count = counts.next();
                int owner = owners.of(count.userId());
                int rating = count.measure() == Measure.RATINGS ? 1 : 0;
                added.count(owner == 0
                        || (anythingKnown && firstInt(known, owner, count.songId(), rating, source.id()) != 0));
                if (owner != 0) {
                    bind(insert, owner, count.songId(), importId, rating, count.value())
                            .executeUpdate();
                }
            }
        }
    }

    /**
     * What the rows in force of a user say, by song: of each source the latest import counts, and several add up as {@link
     * PlaysBySource} says.
     */
    public List<CountedPlays> of(Connection connection, int userId) throws SQLException {
        return of(connection, OF_USER.formatted(""), userId);
    }

    private static List<CountedPlays> of(Connection connection, String rows, Object... parameters) throws SQLException {
        Map<Integer, SongRows> songs = new LinkedHashMap<>();
        Statements.queryEach(
                connection,
                rows,
                row -> songs.computeIfAbsent(row.getInt(1), SongRows::new)
                        .add(row.getInt(2), row.getInt(3), row.getInt(4) == 1, row.getDouble(5)),
                parameters);
        return songs.values().stream()
                .filter(SongRows::isCounted)
                .map(SongRows::total)
                .toList();
    }

    /**
     * What is known of a user's plays, by song, without what one import brought: listens, and plays that others counted.
     *
     * @param exceptImport the import that is left out
     */
    public Map<Integer, Double> playsElsewhere(Connection connection, int userId, int exceptImport)
            throws SQLException {
        Map<Integer, Double> plays = new HashMap<>();
        for (CountedPlays counted : of(connection, OF_USER_ELSEWHERE, userId, exceptImport)) {
            Double known = counted.plays();
            plays.put(counted.songId(), known == null ? 0 : known);
        }
        Statements.queryEach(
                connection,
                LISTENS_OF_USER,
                row -> plays.merge(row.getInt(1), (double) row.getInt(2), Double::sum),
                userId);
        return plays;
    }

    /** The rows of one user and song, from the oldest import to the newest. */
    private static final class SongRows {
        private final int songId;
        private final PlaysBySource plays = new PlaysBySource();
        private final Map<Integer, Integer> importBySource = new HashMap<>();
        private @Nullable Double rating;

        SongRows(int songId) {
            this.songId = songId;
        }

        // One import has several rows where it told of songs that turned out to be one: its plays add up.
        void add(int sourceId, int importId, boolean isRating, double value) {
            if (isRating) {
                rating = value;
            } else if (Objects.equals(importBySource.put(sourceId, importId), importId)) {
                plays.add(sourceId, value);
            } else {
                plays.put(sourceId, value);
            }
        }

        boolean isCounted() {
            return !plays.isEmpty() || rating != null;
        }

        CountedPlays total() {
            return new CountedPlays(songId, plays.isEmpty() ? null : plays.total(), rating);
        }
    }

    /**
     * Gives some of a user's play counts to another, the first in the order of their keys.
     *
     * @return how many; 0 when none is left
     */
    public int move(Connection connection, int from, int into) throws SQLException {
        Statements.update(
                connection,
                "INSERT INTO play_count (user_id, song_id, import_id, rating, value)"
                        + " SELECT ?2, song_id, import_id, rating, value FROM play_count WHERE user_id = ?1 AND (song_id, import_id) IN "
                        + FIRST_ROWS + ADD_UP,
                from,
                into);
        return deleteSome(connection, from);
    }

    /**
     * Deletes some of a user's play counts, the first in the order of their keys.
     *
     * @return how many; 0 when none is left
     */
    public int deleteSome(Connection connection, int userId) throws SQLException {
        return Statements.update(
                connection,
                "DELETE FROM play_count WHERE user_id = ?1 AND (song_id, import_id) IN " + FIRST_ROWS,
                userId);
    }

    /** Keys of the users of whom an import brought play counts. */
    public List<Integer> usersOf(Connection connection, int importId) throws SQLException {
        return Statements.query(
                connection,
                "SELECT DISTINCT user_id FROM play_count WHERE import_id = ?",
                row -> row.getInt(1),
                importId);
    }

    /** Deletes what an import brought of some users. */
    public void delete(Connection connection, int importId, Iterator<Integer> userIds) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM play_count WHERE user_id = ? AND import_id = ?")) {
            while (userIds.hasNext()) {
                bind(delete, userIds.next(), importId).executeUpdate();
            }
        }
    }
}
