package org.segue.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DatabaseTest {

    // Those that a migration makes are not a test's.
    private static final String COUNT =
            "SELECT count(*) FROM source WHERE name NOT IN ('musicbrainz', 'isrc', 'text', 'segue')";

    @TempDir
    Path folder;

    private Databases.Opened opened;
    private Database database;

    @BeforeEach
    void open() {
        opened = Databases.open(folder);
        database = opened.database();
    }

    @AfterEach
    void close() throws Exception {
        opened.close();
    }

    @Test
    void read_seesOneMoment_whateverIsWrittenMeanwhile() {
        List<Integer> counts = database.read(connection -> {
            int first = Statements.selectInt(connection, COUNT);
            database.writeNow(write -> add(write, "written between"));
            return List.of(first, Statements.selectInt(connection, COUNT));
        });

        assertThat(counts).containsExactly(0, 0);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void read_badStatement_isAStorageException() {
        assertThatThrownBy(() -> database.read(connection -> Statements.selectInt(connection, "SELECT 1 FROM nothing")))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("nothing");
    }

    @Test
    void read_thatWrites_leavesNoTrace() {
        database.read(connection -> add(connection, "in a read"));

        assertThat(count()).isZero();
    }

    @Test
    void writeNow_fails_throwsWhatTheWriteThrew() {
        assertThatThrownBy(() -> database.writeNow(connection -> {
                    throw new IllegalArgumentException("mine");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mine");
    }

    @Test
    void writeNow_returned_isThereAfterReopening() throws Exception {
        database.writeNow(connection -> add(connection, "kept"));
        opened.close();
        opened = Databases.open(folder);

        assertThat(opened.database().<Integer>read(connection -> Statements.selectInt(connection, COUNT)))
                .isEqualTo(1);
    }

    @Test
    void writeEach_slowItems_takesSeveralTurnsAndEachItemOnceInOrder() {
        List<Integer> items = IntStream.range(0, 15).boxed().toList();
        List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
        List<Integer> turns = Collections.synchronizedList(new ArrayList<>());
        database.writeEach(items, (connection, turn) -> {
            turns.add(seen.size());
            while (turn.hasNext()) {
                seen.add(turn.next());
                LockSupport.parkNanos(WriteQueue.MAX_TURN_NANOS / 5);
            }
        });

        assertThat(seen).isEqualTo(items);
        assertThat(turns).hasSizeGreaterThan(2);
    }

    @Test
    void writeEach_othersWriteMeanwhile_theirWritesGoInBetween() {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        Thread other = new Thread(() -> database.writeNow(connection -> order.add("other")));
        database.writeEach(IntStream.range(0, 20).boxed().toList(), (connection, turn) -> {
            if (order.isEmpty()) {
                other.start();
            }
            while (turn.hasNext()) {
                order.add("item " + turn.next());
                LockSupport.parkNanos(WriteQueue.TURN_NANOS / 2);
            }
        });

        assertThat(order.indexOf("other")).isBetween(1, order.size() - 2);
    }

    @Test
    void writeEach_noItems_writesNothing() {
        List<Integer> turns = new ArrayList<>();
        database.writeEach(List.of(), (connection, turn) -> turns.add(1));

        assertThat(turns).isEmpty();
    }

    @Test
    void writeEach_fails_keepsTheTurnsBefore() {
        List<String> names = IntStream.range(0, 4).mapToObj(i -> "source " + i).toList();
        assertThatThrownBy(() -> database.writeEach(names, (connection, turn) -> {
                    while (turn.hasNext()) {
                        String name = turn.next();
                        if (name.endsWith("3")) {
                            throw new IllegalStateException("no three");
                        }
                        add(connection, name);
                        LockSupport.parkNanos(WriteQueue.MAX_TURN_NANOS * 2);
                    }
                }))
                .hasMessage("no three");

        assertThat(count()).isEqualTo(3);
    }

    private static int add(java.sql.Connection connection, String name) throws java.sql.SQLException {
        return Statements.update(connection, "INSERT INTO source (name) VALUES (?)", name);
    }

    private int count() {
        return database.read(connection -> Statements.selectInt(connection, COUNT));
    }
}
