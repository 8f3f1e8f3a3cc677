package org.segue.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sqlite.JDBC;

class StatementsTest {

    private static final String NAMES = "SELECT name FROM song WHERE id >= ? ORDER BY id";

    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = JDBC.createConnection("jdbc:sqlite::memory:", new Properties());
        Statements.update(connection, "CREATE TABLE song (id INTEGER PRIMARY KEY, name TEXT)");
        Statements.update(connection, "INSERT INTO song VALUES (1, 'a'), (2, 'b'), (3, NULL)");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void query_mapsEveryRow_inItsOrder() throws SQLException {
        List<String> names = Statements.query(connection, NAMES, row -> String.valueOf(row.getString(1)), 1);

        assertThat(names).containsExactly("a", "b", "null");
        assertThat(Statements.<String>query(connection, NAMES, row -> row.getString(1), 4))
                .isEmpty();
    }

    @Test
    void queryFirst_mapsTheFirstRow_ifThereIsOne() throws SQLException {
        assertThat(Statements.<String>queryFirst(connection, NAMES, row -> row.getString(1), 2))
                .contains("b");
        assertThat(Statements.<String>queryFirst(connection, NAMES, row -> row.getString(1), 4))
                .isEmpty();
    }

    @Test
    void queryEach_handsOverEveryRow_andStopsAtAFailure() throws SQLException {
        List<Integer> seen = new ArrayList<>();

        Statements.queryEach(connection, "SELECT id FROM song ORDER BY id", row -> seen.add(row.getInt(1)));
        assertThat(seen).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> Statements.queryEach(connection, "SELECT id FROM song", row -> {
                    throw new SQLException("enough");
                }))
                .hasMessage("enough");
    }

    @Test
    void boundStatement_isAskedAgainWithOtherParameters() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NAMES)) {
            assertThat(Statements.queryFirst(Statements.bind(select, 1), row -> row.getString(1)))
                    .contains("a");
            assertThat(Statements.queryFirst(Statements.bind(select, 2), row -> row.getString(1)))
                    .contains("b");
            assertThat(Statements.queryFirst(Statements.bind(select, 9), row -> row.getString(1)))
                    .isEmpty();
        }
    }

    @Test
    void update_bindsNull_andCountsRows() throws SQLException {
        assertThat(Statements.update(connection, "UPDATE song SET name = ?", (Object) null))
                .isEqualTo(3);
        assertThat(Statements.selectInt(connection, "SELECT count(*) FROM song WHERE name IS NULL"))
                .isEqualTo(3);
    }
}
