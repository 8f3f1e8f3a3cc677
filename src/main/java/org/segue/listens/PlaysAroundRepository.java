package org.segue.listens;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private record Span(long from, long to) {}

    private record Told(long at, int songId, boolean isSkipped) {}

    private final Database database;
    private final Connection connection;
    private final int userId;
    private final List<Span> spans = new ArrayList<>();
    private final Set<Told> before;

    /** Reads them. */
    PlaysAroundRepository(Database database, Connection connection, int userId, List<Long> times) throws SQLException {
        this.database = database;
        this.connection = connection;
        this.userId = userId;
        for (long time : times.stream().sorted().toList()) {
            addSpan(time);
        }
        this.before = read();
    }

    private void addSpan(long time) {
        long from = time - PlayRepository.FARTHEST;
        long to = time + PlayRepository.FARTHEST;
        int last = spans.size() - 1;
        if (last >= 0 && spans.get(last).to() >= from) {
            spans.set(last, new Span(spans.get(last).from(), to));
        } else {
            spans.add(new Span(from, to));
        }
    }

    private Set<Told> read() throws SQLException {
        Set<Told> plays = new HashSet<>();
        for (Span span : spans) {
            plays.addAll(Statements.query(
                    connection,
                    PLAYS,
                    row -> new Told(row.getLong(1), row.getInt(2), row.getInt(3) != 0),
                    userId,
                    span.from(),
                    span.to()));
        }
        return plays;
    }

    /** What came and what went; nothing if a skip did, of which a play can become one. */
    Optional<PlaysChange> change() throws SQLException {
        Set<Told> after = read();
        List<ChangedPlay> changes = new ArrayList<>();
        boolean isOfNewSkips = add(after, before, true, changes);
        boolean isOfFormerSkips = add(before, after, false, changes);
        return isOfNewSkips || isOfFormerSkips
                ? Optional.empty()
                : Optional.of(new PlaysChange(database.lastWrite(), changes));
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
