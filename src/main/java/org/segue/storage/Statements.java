package org.segue.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What many statements are used for. */
public final class Statements {

    private Statements() {}

    /** Sets parameters from the first on: integers, texts, numbers, null. */
    public static PreparedStatement bind(PreparedStatement statement, @Nullable Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    /** The first column of the first row, 0 if there is none; of an insert that returns its key, the key. */
    public static int firstInt(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    /** The first column of every row. */
    public static List<Integer> ints(PreparedStatement select) throws SQLException {
        List<Integer> ints = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                ints.add(row.getInt(1));
            }
        }
        return ints;
    }

    /** Runs a statement that changes rows; answers how many. */
    public static int update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return bind(statement, parameters).executeUpdate();
        }
    }

    /** The first column of the first row of a query, 0 if there is none. */
    public static int selectInt(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return firstInt(bind(statement, parameters));
        }
    }

    /** Closes all of them, whatever one of them says. */
    public static void close(PreparedStatement... statements) throws SQLException {
        SQLException failure = null;
        for (PreparedStatement statement : statements) {
            try {
                statement.close();
            } catch (SQLException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
