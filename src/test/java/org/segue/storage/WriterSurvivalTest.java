package org.segue.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.testsupport.FileDatabase;

/** The one thread that writes goes on whatever comes, and whoever waits for a write is answered. */
@Timeout(60)
class WriterSurvivalTest {

    @TempDir
    Path folder;

    /** Method of a connection, or of the source of connections, that is about to throw; empty for none. */
    private final AtomicReference<String> failing = new AtomicReference<>("");

    private final StorageState state = new StorageState();
    private final AtomicBoolean idleFails = new AtomicBoolean();
    private WriteQueue queue;

    @BeforeEach
    void open() throws SQLException {
        DataSource source = FileDatabase.writerIn(folder);
        try (Connection connection = source.getConnection()) {
            Statements.update(connection, "CREATE TABLE number (value INTEGER PRIMARY KEY)");
        }
        queue = new WriteQueue(failingWhenTold(DataSource.class, source), 1000, state, () -> {
            if (idleFails.getAndSet(false)) {
                throw new OutOfMemoryError("while idle");
            }
            return false;
        });
    }

    @AfterEach
    void close() {
        failing.set("");
        queue.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "getConnection",
                "setAutoCommit",
                "setSavepoint",
                "prepareStatement",
                "releaseSavepoint",
                "commit"
            })
    void errorAnywhereInATurn_answersAllWhoWait_andTheNextTurnWrites(String method) throws Exception {
        failing.set(method);
        List<CompletableFuture<Integer>> writes = new ArrayList<>();
        for (int value = 0; value < 5; value++) {
            writes.add(queue.submit(insert(value)));
        }

        for (CompletableFuture<Integer> write : writes) {
            Awaitility.await().until(write::isDone);
        }
        assertThat(writes.get(0)).isCompletedExceptionally();
        assertThat(queue.isAlive()).isTrue();
        assertThat(queue.submit(insert(99)).get(30, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Test
    void errorWhileIdle_theWriterGoesOn() throws Exception {
        idleFails.set(true);
        Awaitility.await().until(() -> !idleFails.get());

        assertThat(queue.submit(insert(1)).get(30, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Test
    void errorInWhatFollowsFromAnAnswer_theOthersOfTheTurnAreAnswered() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CompletableFuture<Integer> first = queue.submit(connection -> {
            awaitUninterrupted(held);
            return 0;
        });
        CompletableFuture<Object> follows = queue.submit(insert(1)).thenApply(done -> {
            throw new OutOfMemoryError("after the answer");
        });
        CompletableFuture<Integer> last = queue.submit(insert(2));
        held.countDown();

        assertThat(last.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(first.join()).isZero();
        assertThatThrownBy(follows::join).hasCauseInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void interrupted_theWriterGoesOn() throws Exception {
        CompletableFuture<Boolean> interrupting = queue.submit(connection -> {
            Thread.currentThread().interrupt();
            return true;
        });

        assertThat(interrupting.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(queue.submit(insert(1)).get(30, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Test
    void stalledFor_growsWhileSomethingWaitsForATurn_andIsZeroOtherwise() throws Exception {
        assertThat(queue.stalledFor()).isZero();
        CountDownLatch held = new CountDownLatch(1);
        CompletableFuture<Boolean> holding = queue.submitTurn(connection -> {
            awaitUninterrupted(held);
            return true;
        });

        Awaitility.await().until(() -> queue.stalledFor().compareTo(Duration.ofMillis(50)) > 0);
        held.countDown();
        holding.join();
        Awaitility.await().until(() -> queue.stalledFor().isZero());
    }

    @Test
    void writerState_isWorking_unlessItIsDeadOrNoTurnHasEndedForTwentySeconds() {
        assertThat(new WriterState(true, 3, Duration.ofSeconds(19)).isWorking())
                .as("a backup may hold the lock for ten")
                .isTrue();
        assertThat(new WriterState(true, 3, Duration.ofSeconds(20)).isWorking()).isFalse();
        assertThat(new WriterState(false, 0, Duration.ZERO).isWorking()).isFalse();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Database.Work<Integer> insert(int value) {
        return connection -> Statements.update(connection, "INSERT INTO number VALUES (?)", value);
    }

    private <T> T failingWhenTold(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals(failing.get())) {
                        failing.set("");
                        throw new OutOfMemoryError("in " + method.getName());
                    }
                    try {
                        Object answer = method.invoke(real, arguments);
                        return answer instanceof Connection connection
                                ? failingWhenTold(Connection.class, connection)
                                : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
