package org.segue.listens;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.segue.listens.PlaysChange.ChangedPlay;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/**
 * The plays of a user around some times, as they are before a write: tells afterwards which came and which went. What a listen changes lies
 * as near to it as {@link PlayRepository} looks. Inside a write of the caller's.
 */
final class PlaysAroundRepository {

    private static final String PLAYS = "SELECT DISTINCT l.listened_at, " + ListenRepository.SONG + ", l.skipped"
            + " FROM listen l WHERE l.user_id = ? AND l.listened_at BETWEEN ? AND ? AND (l.import_id <= 0"
            + " OR l.import_id IN (SELECT id FROM import WHERE status = 'completed'))";

    private record Told(long at, int songId, boolean isSkipped) {}

    private final Database database;
    private final Connection connection;
    private final int userId;
    private final SortedMap<Long, Long> spans = new TreeMap<>();
    private final Set<Told> before;

    /** Reads them. */
    PlaysAroundRepository(Database database, Connection connection, int userId, List<Long> times) throws SQLException {
        this.database = database;
        this.connection = connection;
        this.userId = userId;
        times.stream().sorted().forEach(this::addSpan);
        this.before = read();
    }

    private void addSpan(long time) {
        long from = time - PlayRepository.FARTHEST;
        boolean overlaps = !spans.isEmpty() && spans.get(spans.lastKey()) >= from;
        spans.put(overlaps ? spans.lastKey() : from, time + PlayRepository.FARTHEST);
    }

    private Set<Told> read() throws SQLException {
        Set<Told> plays = new HashSet<>();
        for (Map.Entry<Long, Long> span : spans.entrySet()) {
            plays.addAll(Statements.query(
                    connection,
                    PLAYS,
                    row -> new Told(row.getLong(1), row.getInt(2), row.getInt(3) != 0),
                    userId,
                    span.getKey(),
                    span.getValue()));
        }
        return plays;
    }

    /** What came and what went; nothing if a skip did, of which a play can become one. */
    Optional<PlaysChange> change() throws SQLException {
        Set<Told> after = read();
        List<ChangedPlay> changes = new ArrayList<>();
        boolean isOfSkips = add(after, before, true, changes) | add(before, after, false, changes);
        return isOfSkips ? Optional.empty() : Optional.of(new PlaysChange(database.lastWrite(), changes));
    }

    private static boolean add(Set<Told> plays, Set<Told> without, boolean isNew, List<ChangedPlay> to) {
        boolean isOfSkips = false;
        for (Told play : plays) {
            if (!without.contains(play)) {
                isOfSkips |= play.isSkipped();
                to.add(new ChangedPlay(play.at(), play.songId(), isNew));
            }
        }
        return isOfSkips;
    }
}
