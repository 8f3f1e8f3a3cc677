package org.segue.listens;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.segue.storage.Database;

/** How much somebody has listened to what between two times. Its methods block; O(listens of the time). */
@Singleton
public class ListenStatsRepository {

    private static final String LISTENS = "SELECT l.listened_at, " + ListenRepository.SONG + " AS song, l.words, "
            + ListenRepository.BEST_TOLD + " FROM listen l WHERE l.user_id = ?1 AND l.listened_at >= ?2"
            + " AND l.listened_at < ?3 AND l.skipped = 0 AND (l.import_id <= 0 OR l.import_id IN"
            + " (SELECT id FROM import WHERE status = 'completed')) GROUP BY 1, 2";

    // Words are looked at once for all listens that were told in them.
    private static final String WORKS = "SELECT g.song, w.album, NULLIF(json_extract(w.info, '$.release_mbid'), ''),"
            + " NULLIF(json_extract(w.info, '$.release_group_mbid'), ''), sum(g.listens) FROM"
            + " (SELECT song, words, count(*) AS listens FROM (" + LISTENS + ") GROUP BY 1, 2) g"
            + " LEFT JOIN told_words w ON w.id = g.words GROUP BY 1, 2, 3, 4";

    private static final String DAYS =
            "SELECT listened_at / 86400, count(*) FROM (" + LISTENS + ") GROUP BY 1 ORDER BY 1";

    private final Database database;

    ListenStatsRepository(Database database) {
        this.database = database;
    }

    /**
     * What a user has listened to.
     *
     * @param from epoch seconds
     * @param to epoch seconds, not any more part of it
     */
    public List<PlayedWork> works(int userId, long from, long to) {
        return database.query(
                WORKS,
                row -> new PlayedWork(
                        row.getInt(1), row.getString(2), row.getString(3), row.getString(4), row.getInt(5)),
                userId,
                from,
                to);
    }

    /** How often a user has listened on which day: a count by the number of the day since 1970, UTC. */
    public SortedMap<Long, Integer> days(int userId, long from, long to) {
        SortedMap<Long, Integer> days = new TreeMap<>();
        database.query(DAYS, row -> days.put(row.getLong(1), row.getInt(2)), userId, from, to);
        return days;
    }
}
