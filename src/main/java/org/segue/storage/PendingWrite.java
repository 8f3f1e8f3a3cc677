package org.segue.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A write that waits for its turn, is at work, or waits for its answer. Whoever asked for it may wait on any thread; all else is
 * for the writer's.
 *
 * @param <T> what it answers
 */
final class PendingWrite<T> {
    /** What whoever asked for it waits for. */
    final CompletableFuture<T> done = new CompletableFuture<>();

    /** Whether it works for a whole turn. */
    final boolean isTurn;

    /** When it was asked for. */
    final long queuedNanos = System.nanoTime();

    private final Database.Work<T> write;
    private @Nullable T result;
    private @Nullable Throwable failure;

    PendingWrite(Database.Work<T> write, boolean isTurn) {
        this.write = write;
        this.isTurn = isTurn;
    }

    /** Does the write inside a savepoint; what it fails with is kept for its answer, unless the whole transaction fails. */
    void run(Connection connection) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            result = write.on(connection);
            connection.releaseSavepoint(before);
        } catch (SQLException | RuntimeException | Error e) {
            // Errors too: whatever a write does wrong is its own affair, the thread goes on for the others.
            failure = e;
            rollBack(connection, before, e);
        }
    }

    // A full disk ends the whole transaction: then there is nothing to go back to, and the reason is what was
    // wrong.
    private static void rollBack(Connection connection, Savepoint before, Throwable reason) throws SQLException {
        try {
            connection.rollback(before);
        } catch (SQLException e) {
            if (reason instanceof SQLException sql) {
                sql.addSuppressed(e);
                throw sql;
            }
            throw e;
        }
    }

    /** What it failed with, null if it went well. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    /** Answers that it was not written. */
    void fail(StorageException reason) {
        done.completeExceptionally(reason);
    }

    /** Answers what it came to, after the commit. */
    void acknowledge() {
        if (failure instanceof SQLException sql) {
            done.completeExceptionally(
                    new StorageException("The database cannot be written: " + sql.getMessage(), sql));
        } else if (failure != null) {
            done.completeExceptionally(failure);
        } else {
            done.complete(result);
        }
    }
}
