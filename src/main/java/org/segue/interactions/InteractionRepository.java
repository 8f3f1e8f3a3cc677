package org.segue.interactions;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.segue.interactions.CellSum.ImportInForce;
import org.segue.listens.Measure;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** Interactions as the listens and play counts in the database come to them. Its methods block. */
@Singleton
public class InteractionRepository {

    private static final String PLAY_COUNTS =
            "SELECT user_id, song_id, import_id, value FROM play_count %s ORDER BY user_id, song_id, import_id";
    private static final String LISTENS = "SELECT user_id, song_id, listened_at, import_id FROM listen %s"
            + " ORDER BY user_id, listened_at, song_id, import_id";

    private final Database database;
    private final TasteRepository taste;

    InteractionRepository(Database database, TasteRepository taste) {
        this.database = database;
        this.taste = taste;
    }

    /** All interactions, at one moment. O(rows). */
    public InteractionMatrix matrix(Measure measure) {
        return database.read(connection -> read(connection, measure, "").build());
    }

    /** What is known of one user, at one moment: interactions, when songs were last heard, verdicts. */
    public UserHistory history(int userId, Measure measure) {
        return database.read(connection -> {
            InteractionMatrix matrix =
                    read(connection, measure, "WHERE user_id = " + userId).build();
            UserHistory heard =
                    matrix.users() == 0 ? new UserHistory(userId, new int[0], new float[0]) : matrix.history(0);
            return taste.complete(connection, heard, inForce(connection).keySet());
        });
    }

    /** What the values of an explicit model are: ratings where there are any, else plays. */
    public Measure explicitMeasure() {
        int ratings = database.read(connection -> Statements.selectInt(
                connection, "SELECT count(*) FROM import WHERE status = 'completed' AND measure = 'ratings'"));
        return ratings > 0 ? Measure.RATINGS : Measure.PLAYS;
    }

    private static InteractionMatrixBuilder read(Connection connection, Measure measure, String where)
            throws SQLException {
        Map<Integer, ImportInForce> inForce = inForce(connection);
        InteractionMatrixBuilder builder = new InteractionMatrixBuilder();
        addPlayCounts(connection, where, new CellSum(inForce, measure), builder);
        if (measure == Measure.PLAYS) {
            addListens(connection, where, inForce, builder);
        }
        return builder;
    }

    private static Map<Integer, ImportInForce> inForce(Connection connection) throws SQLException {
        Map<Integer, ImportInForce> imports = new HashMap<>();
        // What players sent: no import takes it back.
        imports.put(0, new ImportInForce(0, Measure.PLAYS));
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT id, source_id, measure FROM import WHERE status = 'completed'");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                imports.put(row.getInt(1), new ImportInForce(row.getInt(2), Measure.of(row.getString(3))));
            }
        }
        return imports;
    }

    private static void addPlayCounts(
            Connection connection, String where, CellSum cell, InteractionMatrixBuilder builder) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PLAY_COUNTS.formatted(where));
                ResultSet row = select.executeQuery()) {
            int user = 0;
            int song = 0;
            while (row.next()) {
                if (row.getInt(1) != user || row.getInt(2) != song) {
                    addCell(user, song, cell, builder);
                    user = row.getInt(1);
                    song = row.getInt(2);
                }
                cell.add(row.getInt(3), row.getFloat(4));
            }
            addCell(user, song, cell, builder);
        }
    }

    private static void addCell(int user, int song, CellSum cell, InteractionMatrixBuilder builder) {
        if (!cell.isEmpty()) {
            builder.add(user, song, cell.value());
        }
        cell.clear();
    }

    // The builder adds the single plays up; a listen that several imports brought is one play.
    private static void addListens(
            Connection connection, String where, Map<Integer, ImportInForce> inForce, InteractionMatrixBuilder builder)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LISTENS.formatted(where));
                ResultSet row = select.executeQuery()) {
            int user = 0;
            int song = 0;
            long listenedAt = 0;
            while (row.next()) {
                boolean same = row.getInt(1) == user && row.getInt(2) == song && row.getLong(3) == listenedAt;
                if (!same && inForce.containsKey(row.getInt(4))) {
                    user = row.getInt(1);
                    song = row.getInt(2);
                    listenedAt = row.getLong(3);
                    builder.add(user, song, 1);
                }
            }
        }
    }
}
