package org.segue.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs SQL on a connection that {@link Database} lends: queries mapped row by row, and updates.
 *
 * <p>Each form exists for SQL text, which is prepared and closed here, and for a statement that a caller keeps and has bound.
 * Parameters are set from the first on: integers, texts, numbers, null.
 */
public final class Statements {

    private Statements() {}

    /**
     * Makes an object of the row at which a result stands.
     *
     * @param <T> what it makes; never null
     */
    @FunctionalInterface
    public interface RowMapper<T> {

        /** Reads columns of the row; does not move on to another. */
        T map(ResultSet row) throws SQLException;
    }

    /** Takes in the row at which a result stands. */
    @FunctionalInterface
    public interface RowReader {

        /** Reads columns of the row; does not move on to another. */
        void read(ResultSet row) throws SQLException;
    }

    /** Every row of a query, in its order. */
    public static <T> List<T> query(
            Connection connection, String sql, RowMapper<T> mapper, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            return query(bind(select, parameters), mapper);
        }
    }

    /** Every row of a bound query, in its order. */
    public static <T> List<T> query(PreparedStatement select, RowMapper<T> mapper) throws SQLException {
        List<T> found = new ArrayList<>();
        queryEach(select, row -> found.add(mapper.map(row)));
        return found;
    }

    /** The first row of a query; empty if there is none. */
    public static <T> Optional<T> queryFirst(
            Connection connection, String sql, RowMapper<T> mapper, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            return queryFirst(bind(select, parameters), mapper);
        }
    }

    /** The first row of a bound query; empty if there is none. */
    public static <T> Optional<T> queryFirst(PreparedStatement select, RowMapper<T> mapper) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(mapper.map(row)) : Optional.empty();
        }
    }

    /** Hands the rows of a query to a reader one by one, without holding them in memory. */
    public static void queryEach(Connection connection, String sql, RowReader reader, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            queryEach(select, reader, parameters);
        }
    }

    /** Hands the rows of a prepared query to a reader one by one, without holding them in memory. */
    public static void queryEach(PreparedStatement select, RowReader reader, @Nullable Object... parameters)
            throws SQLException {
        try (ResultSet row = bind(select, parameters).executeQuery()) {
            while (row.next()) {
                reader.read(row);
            }
        }
    }

    /** The first column of every row of a bound query. */
    public static List<Integer> ints(PreparedStatement select) throws SQLException {
        return query(select, row -> row.getInt(1));
    }

    /** The first column of the first row of a query, 0 if there is none. */
    public static int selectInt(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return firstInt(statement, parameters);
        }
    }

    /** The first column of the first row of a query, 0 if there is none; of an insert that returns its key, the key. */
    public static int firstInt(PreparedStatement select, @Nullable Object... parameters) throws SQLException {
        try (ResultSet row = bind(select, parameters).executeQuery()) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    /** Runs a statement that changes rows; answers how many. */
    public static int update(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return bind(statement, parameters).executeUpdate();
        }
    }

    /** Sets the parameters of a statement; answers with the statement. */
    public static PreparedStatement bind(PreparedStatement statement, @Nullable Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    /** Closes every statement, even after one of them fails to close. */
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
