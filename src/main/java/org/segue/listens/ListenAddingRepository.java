package org.segue.listens;

import static org.segue.storage.Statements.bind;
import static org.segue.storage.Statements.firstInt;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.UserMergeRepository.RowOwners;
import org.segue.storage.Statements;

/**
 * The statements of {@link ListenRepository#add}, prepared once for many listens. Listens in the order of user and time are added
 * fastest. {@link #flush} comes last.
 */
final class ListenAddingRepository implements AutoCloseable {

    // What others than this import say of the user around a time; a song may have rows under keys that were joined to
    // it.
    static final String NEAR = "SELECT l.listened_at, l.spread, l.import_id"
            + " FROM listen l JOIN song s ON s.id = l.song_id LEFT JOIN import i ON i.id = l.import_id"
            + " WHERE l.user_id = ? AND l.listened_at BETWEEN ? AND ? AND l.skipped = ?"
            + " AND COALESCE(s.merged_into, s.id) = ?"
            + " AND (l.import_id = ? OR l.import_id = 0 OR i.status IN ('completed'%s))";

    private static final String DELETED =
            "SELECT 1 FROM deleted_listen WHERE user_id = ? AND listened_at BETWEEN ? AND ? AND song_id = ?";

    private static final String INSERT =
            "INSERT INTO listen (import_id, user_id, listened_at, song_id, skipped, spread)"
                    + " VALUES %s ON CONFLICT DO NOTHING";

    /** Rows of one statement: more save little, and SQLite has a limit for parameters. */
    private static final int BATCH = 64;

    private final int importId;
    private final RowOwners owners;
    private final ListenTimesRepository others;
    private final PreparedStatement anyDeleted;
    private final PreparedStatement deleted;
    private final PreparedStatement near;
    private final PreparedStatement insert;
    private final PreparedStatement insertBatch;
    private final Listen[] batch = new Listen[BATCH];
    private int size;
    private int lastUser;
    private boolean hasDeleted;

    ListenAddingRepository(Connection connection, int importId) throws SQLException {
        this.importId = importId;
        owners = new RowOwners(connection);
        others = new ListenTimesRepository(connection, importId);
        anyDeleted = connection.prepareStatement("SELECT 1 FROM deleted_listen WHERE user_id = ? LIMIT 1");
        deleted = connection.prepareStatement(DELETED);
        near = connection.prepareStatement(NEAR.formatted(""));
        insert = connection.prepareStatement(INSERT.formatted("(?, ?, ?, ?, ?, ?)"));
        insertBatch = connection.prepareStatement(
                INSERT.formatted("(?1, ?, ?, ?, 0, 0), ".repeat(BATCH - 1) + "(?1, ?, ?, ?, 0, 0)"));
    }

    /** Adds a listen, unless it is known or unwanted; counts it either way if it was heard. */
    void add(Listen told, Added added) throws SQLException {
        int owner = owners.of(told.userId());
        Listen listen = owner == told.userId() ? told : told.by(owner);
        boolean unwanted = owner == 0 || isDeleted(listen);
        Long known = unwanted ? null : knownTime(listen);
        if (!listen.isSkipped()) {
            added.count(unwanted || known != null);
        }
        if (!unwanted) {
            insert(known == null ? listen : listen.at(known));
        }
    }

    // Most listens are of no skip and tell the second: what they have in common is part of the statement.
    private void insert(Listen listen) throws SQLException {
        if (listen.isSkipped() || listen.spread() != 0) {
            insertOne(listen);
            return;
        }
        batch[size++] = listen;
        if (size == BATCH) {
            insertBatch.setInt(1, importId);
            for (int row = 0; row < BATCH; row++) {
                insertBatch.setInt(3 * row + 2, batch[row].userId());
                insertBatch.setLong(3 * row + 3, batch[row].listenedAt());
                insertBatch.setInt(3 * row + 4, batch[row].songId());
            }
            insertBatch.executeUpdate();
            size = 0;
        }
    }

    private void insertOne(Listen listen) throws SQLException {
        bind(
                        insert,
                        importId,
                        listen.userId(),
                        listen.listenedAt(),
                        listen.songId(),
                        listen.isSkipped() ? 1 : 0,
                        listen.spread())
                .executeUpdate();
    }

    /** Writes what is still to be written. */
    void flush() throws SQLException {
        for (int row = 0; row < size; row++) {
            insertOne(batch[row]);
        }
        size = 0;
    }

    // Another source may tell the time of the same play a little differently.
    private boolean isDeleted(Listen listen) throws SQLException {
        if (listen.userId() != lastUser) {
            lastUser = listen.userId();
            hasDeleted = firstInt(anyDeleted, lastUser) != 0;
        }
        if (!hasDeleted) {
            return false;
        }
        long time = listen.listenedAt();
        return firstInt(
                        deleted,
                        listen.userId(),
                        time - SameListen.SLACK,
                        time + listen.spread() + SameListen.SLACK,
                        listen.songId())
                != 0;
    }

    private @Nullable Long knownTime(Listen listen) throws SQLException {
        if (!others.hasAny(
                listen.userId(),
                listen.listenedAt() - SameListen.WIDEST_SPREAD - SameListen.SLACK,
                listen.listenedAt() + listen.spread() + SameListen.SLACK)) {
            return null;
        }
        flush();
        return knownTime(near, importId, listen);
    }

    // The nearest time at which others have the listen, null if they do not. A time at which this import has a row is
    // that of
    // another listen, unless it is this very time; but what scrobblers send again must find what it was before.
    static @Nullable Long knownTime(PreparedStatement near, int importId, Listen listen) throws SQLException {
        long time = listen.listenedAt();
        bind(
                near,
                listen.userId(),
                time - SameListen.WIDEST_SPREAD - SameListen.SLACK,
                time + listen.spread() + SameListen.SLACK,
                listen.isSkipped() ? 1 : 0,
                listen.songId(),
                importId);
        Set<Long> taken = new HashSet<>();
        NavigableSet<Long> others = new TreeSet<>(Comparator.<Long>comparingLong(other -> Math.abs(other - time))
                .thenComparing(Comparator.naturalOrder()));
        Statements.queryEach(near, row -> {
            if (row.getInt(3) == importId) {
                taken.add(row.getLong(1));
            } else if (SameListen.is(time, listen.spread(), row.getLong(1), row.getInt(2))) {
                others.add(row.getLong(1));
            }
        });
        if (importId != 0) {
            taken.remove(time);
            others.removeAll(taken);
        } else if (taken.contains(time)) {
            return time;
        }
        return others.isEmpty() ? null : others.first();
    }

    @Override
    public void close() throws SQLException {
        owners.close();
        others.close();
        Statements.close(anyDeleted, deleted, near, insert, insertBatch);
    }
}
