package org.segue.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
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

    private static final long IDLE_MILLIS = 100;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final int USUAL_BATCH = 1000;

    private final DataSource writer;
    private final BlockingQueue<PendingWrite<?>> queue;
    private final StorageState state;
    private final BooleanSupplier idle;
    private final Thread thread;

    /** The writes of the turn that is at work. The writer's thread alone changes it. */
    private final Queue<PendingWrite<?>> batch = new ArrayDeque<>(USUAL_BATCH);

    /** What a write is answered with for which there is not even the memory to say why it failed. */
    private final StorageException noMemory = new StorageException("Segue has no memory left for this write.");

    private volatile @Nullable PendingWrite<?> oldestAtWork;
    private volatile long turnEndedNanos = System.nanoTime();
    private final AtomicLong begun = new AtomicLong();
    private volatile boolean closed;
    private volatile boolean ended;

    WriteQueue(DataSource writer, int capacity) {
        this(writer, capacity, new StorageState(), () -> false);
    }

    /**
     * A queue.
     *
     * @param state is told how writing goes
     * @param idle called now and then while nothing is to be written; whether to try a write that changes nothing
     */
    WriteQueue(DataSource writer, int capacity, StorageState state, BooleanSupplier idle) {
        this.writer = writer;
        this.queue = new LinkedBlockingQueue<>(capacity);
        this.state = state;
        this.idle = idle;
        this.thread = new Thread(this::work, "segue-writer");
        thread.setDaemon(true);
        thread.start();
    }

    /** Queues a short write; the future ends after its commit, or with a {@link StorageException}. */
    <T> CompletableFuture<T> submit(Database.Work<T> write) {
        return queue(new PendingWrite<>(write, false));
    }

    /**
     * Queues a write that works for a whole turn. It begins a batch of its own: joined to one, it would hold up the
     * acknowledgement of the short writes in it.
     */
    <T> CompletableFuture<T> submitTurn(Database.Work<T> write) {
        return queue(new PendingWrite<>(write, true));
    }

    private <T> CompletableFuture<T> queue(PendingWrite<T> pending) {
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

    /** How many writes have begun. */
    long begun() {
        return begun.get();
    }

    /** Number of writes that wait for the one that is at work. */
    int waiting() {
        return queue.size();
    }

    /** Whether there is somebody who writes. */
    boolean isAlive() {
        return thread.isAlive();
    }

    /** For how long something has waited without any turn having ended. */
    Duration stalledFor() {
        PendingWrite<?> atWork = oldestAtWork;
        PendingWrite<?> oldest = atWork == null ? queue.peek() : atWork;
        if (oldest == null) {
            return Duration.ZERO;
        }
        long now = System.nanoTime();
        return Duration.ofNanos(Math.min(now - oldest.queuedNanos, now - turnEndedNanos));
    }

    /** Finishes what is queued, then ends. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // Nothing takes this thread's place: it ends when Segue does, whatever a turn comes to.
    @SuppressWarnings("CatchThrowable")
    private void work() {
        while (!closed || !queue.isEmpty()) {
            try {
                turn();
            } catch (InterruptedException e) {
                LOG.debug("The writer was interrupted, and goes on");
            } catch (Throwable e) {
                Guarded.report("A turn of the writer failed", e);
            }
        }
        ended = true;
        refuseWaiting();
    }

    private void turn() throws InterruptedException {
        PendingWrite<?> first = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
            batch.add(first);
            oldestAtWork = first;
            try {
                writeBatch(first);
            } finally {
                turnEndedNanos = System.nanoTime();
                oldestAtWork = null;
            }
        } else if (!closed && idle.getAsBoolean()) {
            var unused = submit(DiskWatch::rewriteVersion);
        }
    }

    // Called by the ending thread and by whoever queues a write after that, so no write waits for ever.
    private void refuseWaiting() {
        for (PendingWrite<?> rest = queue.poll(); rest != null; rest = queue.poll()) {
            rest.fail(new StorageException("Segue is stopping."));
        }
    }

    @SuppressWarnings("CatchThrowable") // a write in flight is answered, whatever comes
    private void writeBatch(PendingWrite<?> first) {
        boolean committed = false;
        StorageException failure = noMemory;
        try (Connection connection = writer.getConnection()) {
            commit(connection, first);
            committed = true;
        } catch (Throwable e) {
            failure = reason(e);
        }
        if (committed) {
            Guarded.run("What writing shows of the disk is lost", this::noteState);
            answer(PendingWrite::acknowledge);
        } else {
            StorageException reason = failure;
            Guarded.run("What writing shows of the disk is lost", () -> state.notWritten(reason));
            Guarded.run("A batch of writes failed", () -> LOG.error("A batch of writes failed", reason));
            answer(pending -> pending.fail(reason));
        }
    }

    private void noteState() {
        if (batch.stream().anyMatch(pending -> pending.failure() == null)) {
            state.written();
        }
        for (PendingWrite<?> pending : batch) {
            Throwable failure = pending.failure();
            if (failure != null) {
                state.notWritten(failure);
            }
        }
    }

    private StorageException reason(Throwable failure) {
        try {
            return new StorageException("The database cannot be written: " + failure.getMessage(), failure);
        } catch (OutOfMemoryError e) {
            return noMemory;
        }
    }

    // Even an answer takes memory, that of what follows from it too: who has none yet gets it when there is some.
    @SuppressWarnings("CatchThrowable")
    private void answer(Consumer<PendingWrite<?>> how) {
        for (PendingWrite<?> next = batch.peek(); next != null; next = batch.peek()) {
            try {
                how.accept(next);
            } catch (Throwable e) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            if (next.done.isDone()) {
                batch.remove();
            }
        }
    }

    @SuppressWarnings("CatchThrowable") // rolled back, then thrown on
    private void commit(Connection connection, PendingWrite<?> first) throws SQLException {
        connection.setAutoCommit(false);
        try {
            fill(connection, first);
            connection.commit();
        } catch (Throwable e) {
            rollBack(connection, e);
            throw e;
        }
    }

    // A pool would commit what is left open when it takes the connection back.
    private static void rollBack(Connection connection, Throwable reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private void fill(Connection connection, PendingWrite<?> first) throws SQLException {
        long deadline = System.nanoTime() + TURN_NANOS;
        PendingWrite<?> next = first;
        while (next != null) {
            begun.incrementAndGet();
            next.run(connection);
            next = System.nanoTime() < deadline ? takeShort() : null;
        }
    }

    // No other thread takes from the queue, so what is seen here is what is taken. It is in the batch, and so answered,
    // before anything can fail.
    private @Nullable PendingWrite<?> takeShort() {
        PendingWrite<?> head = queue.peek();
        if (head == null || head.isTurn) {
            return null;
        }
        batch.add(head);
        queue.remove();
        return head;
    }
}
