package org.segue.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes one after the other on one thread, and commits together what waits together.
 *
 * <p>A commit that is on disk when it returns costs an fsync, some milliseconds, whatever is in it; so writes that arrived
 * while the last commit ran share the next one. Each runs inside a savepoint of its own: one that fails takes nothing of
 * the others with it. A write is acknowledged after the commit that holds it, never before.
 *
 * <p>No batch is held open longer than {@link #TURN_NANOS} for further writes. None of Segue's own writes works longer than that
 * while another waits, and none longer than {@link #MAX_TURN_NANOS}: a write waits for the rest of one turn, which is short, and
 * for its commit.
 */
final class WriteQueue implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(WriteQueue.class);

    /** Half of the 50 ms for which a chunk may hold the writer: the other half is for the commit. */
    static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

    /** A turn may go on for so long while nobody else waits: each commit costs as much again as a little work. */
    static final long MAX_TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final DataSource writer;
    private final BlockingQueue<Pending<?>> queue;
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean ended;

    WriteQueue(DataSource writer, int capacity) {
        this.writer = writer;
        this.queue = new LinkedBlockingQueue<>(capacity);
        this.thread = new Thread(this::work, "segue-writer");
        thread.setDaemon(true);
        thread.start();
    }

    /** Queues a short write; the future ends after its commit, or with a {@link StorageException}. */
    <T> CompletableFuture<T> submit(Database.Work<T> write) {
        return queue(new Pending<>(write, false));
    }

    /**
     * Queues a write that works for a whole turn. It begins a batch of its own: joined to one, it would hold up the
     * acknowledgement of the short writes in it.
     */
    <T> CompletableFuture<T> submitTurn(Database.Work<T> write) {
        return queue(new Pending<>(write, true));
    }

    private <T> CompletableFuture<T> queue(Pending<T> pending) {
        if (closed || !queue.offer(pending)) {
            pending.fail(
                    new StorageException(closed ? "Segue is stopping." : "Too many writes are waiting for the disk."));
        } else if (ended) {
            refuseWaiting();
        }
        return pending.done;
    }

    /** Whether a write waits for the one that is at work. */
    boolean isWaitedFor() {
        return !queue.isEmpty();
    }

    /** Finishes what is queued, then ends. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            Pending<?> first = queue.poll(100, TimeUnit.MILLISECONDS);
            while (first != null || !closed) {
                if (first != null) {
                    writeBatch(first);
                }
                first = queue.poll(100, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            LOG.debug("The writer was interrupted");
        } finally {
            ended = true;
            refuseWaiting();
        }
    }

    // Called by the ending thread and by whoever queues a write after that, so no write waits for ever.
    private void refuseWaiting() {
        for (Pending<?> rest = queue.poll(); rest != null; rest = queue.poll()) {
            rest.fail(new StorageException("Segue is stopping."));
        }
    }

    private void writeBatch(Pending<?> first) {
        List<Pending<?>> batch = new ArrayList<>(List.of(first));
        try (Connection connection = writer.getConnection()) {
            commit(connection, batch);
            batch.forEach(Pending::acknowledge);
        } catch (SQLException | RuntimeException e) {
            LOG.error("A batch of writes failed", e);
            StorageException failure = new StorageException("The database cannot be written: " + e.getMessage(), e);
            batch.forEach(pending -> pending.fail(failure));
        }
    }

    private void commit(Connection connection, List<Pending<?>> batch) throws SQLException {
        connection.setAutoCommit(false);
        try {
            fill(connection, batch);
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            rollBack(connection, e);
            throw e;
        }
    }

    // A pool would commit what is left open when it takes the connection back.
    private static void rollBack(Connection connection, Exception reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private void fill(Connection connection, List<Pending<?>> batch) throws SQLException {
        long deadline = System.nanoTime() + TURN_NANOS;
        Pending<?> next = batch.get(0);
        while (next != null) {
            next.run(connection);
            next = System.nanoTime() < deadline ? pollShort() : null;
            if (next != null) {
                batch.add(next);
            }
        }
    }

    // No other thread takes from the queue, so what is seen here is what is taken.
    private @Nullable Pending<?> pollShort() {
        Pending<?> head = queue.peek();
        return head == null || head.isTurn ? null : queue.poll();
    }

    private static final class Pending<T> {
        private final Database.Work<T> write;
        private final boolean isTurn;
        private final CompletableFuture<T> done = new CompletableFuture<>();
        private @Nullable T result;
        private @Nullable Throwable failure;

        Pending(Database.Work<T> write, boolean isTurn) {
            this.write = write;
            this.isTurn = isTurn;
        }

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

        void fail(StorageException reason) {
            done.completeExceptionally(reason);
        }

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
}
