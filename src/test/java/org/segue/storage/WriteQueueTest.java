package org.segue.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.segue.testsupport.FileDatabase;

@Timeout(60)
class WriteQueueTest {

    @TempDir
    Path folder;

    private DataSource source;
    private WriteQueue queue;

    @BeforeEach
    void open() throws SQLException {
        source = FileDatabase.writerIn(folder);
        try (Connection connection = source.getConnection()) {
            Statements.update(connection, "CREATE TABLE number (value INTEGER PRIMARY KEY)");
        }
        queue = new WriteQueue(source, 1000);
    }

    @AfterEach
    void close() {
        queue.close();
    }

    @Test
    void submit_beforeATurn_isAcknowledgedBeforeTheTurnWorks() throws Exception {
        CountDownLatch bothQueued = new CountDownLatch(1);
        CountDownLatch turnMayEnd = new CountDownLatch(1);
        CompletableFuture<Integer> blocker = queue.submit(waitingFor(bothQueued));
        CompletableFuture<Integer> shortWrite = queue.submit(insert(1));
        CompletableFuture<Integer> turn = queue.submitTurn(waitingFor(turnMayEnd));
        bothQueued.countDown();

        assertThat(shortWrite.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(turn).isNotDone();
        turnMayEnd.countDown();
        assertThat(turn.get(30, TimeUnit.SECONDS)).isEqualTo(0);
        assertThat(blocker).isDone();
    }

    private static Database.Work<Integer> waitingFor(CountDownLatch latch) {
        return connection -> {
            try {
                latch.await();
                return 0;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    @Test
    void submit_manyWritersAtOnce_allAreOnDiskAfterReopening() throws InterruptedException, SQLException {
        List<CompletableFuture<Integer>> writes = new ArrayList<>();
        List<Thread> writers = IntStream.range(0, 16)
                .mapToObj(writer -> new Thread(() -> IntStream.range(0, 50).forEach(i -> {
                    CompletableFuture<Integer> write = queue.submit(insert(writer * 50 + i));
                    synchronized (writes) {
                        writes.add(write);
                    }
                })))
                .toList();
        writers.forEach(Thread::start);
        for (Thread writer : writers) {
            writer.join();
        }

        assertThat(writes)
                .hasSize(800)
                .allSatisfy(write -> assertThat(write.join()).isEqualTo(1));
        queue.close();
        try (Connection reopened = FileDatabase.in(folder).getConnection()) {
            assertThat(Statements.selectInt(reopened, "SELECT count(*) FROM number"))
                    .isEqualTo(800);
            assertThat(Statements.selectInt(reopened, "SELECT sum(value) FROM number"))
                    .isEqualTo(800 * 799 / 2);
        }
    }

    @Test
    void submit_oneOfABatchFails_takesNothingOfTheOthersWithIt() throws Exception {
        CountDownLatch held = hold();
        CompletableFuture<Integer> before = queue.submit(insert(1));
        CompletableFuture<Integer> failing = queue.submit(connection -> {
            insert(2).on(connection);
            throw new IllegalArgumentException("not this one");
        });
        CompletableFuture<Integer> duplicate = queue.submit(insert(1));
        CompletableFuture<Integer> after = queue.submit(insert(3));
        held.countDown();

        assertThat(before.join()).isEqualTo(1);
        assertThat(after.join()).isEqualTo(1);
        assertThatThrownBy(failing::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(duplicate::join)
                .hasCauseInstanceOf(StorageException.class)
                .hasMessageContaining("UNIQUE");
        assertThat(numbers()).containsExactly(1, 3);
    }

    @Test
    void submit_errorInAWrite_leavesTheQueueAtWork() throws Exception {
        CompletableFuture<Integer> failing = queue.submit(connection -> {
            insert(1).on(connection);
            throw new StackOverflowError("too deep");
        });

        assertThatThrownBy(failing::join).hasCauseInstanceOf(StackOverflowError.class);
        assertThat(queue.submit(insert(2)).join()).isEqualTo(1);
        assertThat(numbers()).containsExactly(2);
    }

    @Test
    void submit_completesOnlyAfterTheCommit() throws Exception {
        for (int i = 0; i < 50; i++) {
            int value = i;
            // Whoever hears of the write must find it, whichever thread and connection they look with.
            Boolean found = queue.submit(insert(value))
                    .thenApply(done -> {
                        try {
                            return numbers().contains(value);
                        } catch (SQLException e) {
                            throw new AssertionError(e);
                        }
                    })
                    .get(10, TimeUnit.SECONDS);
            assertThat(found).isTrue();
        }
    }

    @Test
    void submit_queueIsFull_isRefusedAndTheRestGoesOn() throws Exception {
        WriteQueue small = new WriteQueue(source, 2);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch started = new CountDownLatch(1);
        CompletableFuture<Boolean> holding = small.submit(connection -> {
            started.countDown();
            await(release);
            return true;
        });
        started.await();
        CompletableFuture<Integer> first = small.submit(insert(1));
        CompletableFuture<Integer> second = small.submit(insert(2));
        CompletableFuture<Integer> third = small.submit(insert(3));

        assertThat(third).isCompletedExceptionally();
        assertThatThrownBy(third::join)
                .hasCauseInstanceOf(StorageException.class)
                .hasMessageContaining("Too many writes");
        release.countDown();
        assertThat(holding.join()).isTrue();
        assertThat(first.join() + second.join()).isEqualTo(2);
        small.close();
        assertThat(numbers()).containsExactly(1, 2);
    }

    @Test
    void close_finishesWhatIsQueued_thenRefuses() throws Exception {
        CountDownLatch held = hold();
        List<CompletableFuture<Integer>> queued =
                IntStream.range(0, 100).mapToObj(i -> queue.submit(insert(i))).toList();
        held.countDown();
        queue.close();

        assertThat(queued).allSatisfy(write -> assertThat(write).isCompletedWithValue(1));
        assertThat(numbers()).hasSize(100);
        assertThatThrownBy(queue.submit(insert(1000))::join)
                .hasCauseInstanceOf(StorageException.class)
                .hasMessageContaining("stopping");
    }

    @Test
    void close_whileOthersSubmit_leavesNobodyWaiting() throws Exception {
        for (int round = 0; round < 20; round++) {
            WriteQueue closing = new WriteQueue(source, 1000);
            List<CompletableFuture<Boolean>> writes = new ArrayList<>();
            Thread writer = new Thread(() -> {
                for (int i = 0; i < 2000; i++) {
                    writes.add(closing.submit(connection -> true));
                }
            });
            writer.start();
            closing.close();
            writer.join();

            CompletableFuture.allOf(writes.toArray(CompletableFuture[]::new))
                    .exceptionally(refused -> null)
                    .get(10, TimeUnit.SECONDS);
            assertThat(writes).hasSize(2000).allMatch(CompletableFuture::isDone);
        }
    }

    @Test
    void submit_databaseCannotBeOpened_failsWithAStorageException() throws Exception {
        DataSource nowhere = FileDatabase.in(folder.resolve("no/such/folder"));
        try (WriteQueue broken = new WriteQueue(nowhere, 10)) {
            assertThatThrownBy(broken.submit(connection -> true)::join).hasCauseInstanceOf(StorageException.class);
        }
    }

    private CountDownLatch hold() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch started = new CountDownLatch(1);
        CompletableFuture<Boolean> holding = queue.submit(connection -> {
            started.countDown();
            await(release);
            return true;
        });
        started.await();
        assertThat(holding).isNotDone();
        return release;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Database.Work<Integer> insert(int value) {
        return connection -> Statements.update(connection, "INSERT INTO number VALUES (?)", value);
    }

    private List<Integer> numbers() throws SQLException {
        try (Connection connection = source.getConnection();
                var select = connection.prepareStatement("SELECT value FROM number ORDER BY value")) {
            return Statements.ints(select);
        }
    }
}
