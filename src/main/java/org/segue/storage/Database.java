package org.segue.storage;

import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.jspecify.annotations.Nullable;

/**
 * The embedded database: one writer behind a queue that commits together what waits together, readers beside it.
 *
 * <p>Reading and the blocking forms of writing are refused on an event loop; {@link #write} never blocks. A read sees one moment of the database from its first statement to its last.
 */
@Singleton
public class Database {

    private final javax.sql.DataSource readers;
    private final WriteQueue writes;
    private final StorageState state = new StorageState();
    private final boolean isNew;

    /**
     * Work on a connection that the database lends.
     *
     * @param <T> what it answers; never null
     */
    @FunctionalInterface
    public interface Work<T> {

        /** Does the work. The connection is only valid inside; the database begins and ends the transaction. */
        T on(Connection connection) throws SQLException;
    }

    /**
     * Work on many items, done in turns.
     *
     * @param <T> the items
     */
    @FunctionalInterface
    public interface TurnWork<T> {

        /** Works off items until the iterator has no more for this turn. */
        void on(Connection connection, Iterator<T> items) throws SQLException;
    }

    Database(
            DataFolder folder,
            StorageConfig config,
            Flyway flyway,
            javax.sql.DataSource writer,
            @DataSource("readers") javax.sql.DataSource readers) {
        // The folder comes first: without its lock nothing may be migrated.
        this.readers = readers;
        this.isNew = new StartCheck(folder, config.storage().check(), state).run();
        migrate(flyway);
        DiskWatch disk = new DiskWatch(folder.root(), state);
        this.writes = new WriteQueue(writer, config.storage().writeQueue(), state, disk::look);
    }

    // This version does not know the rules of a newer schema, so it must not write to it.
    private static void migrate(Flyway flyway) {
        try {
            migrateKnown(flyway);
        } catch (RuntimeException e) {
            if (FailureKind.of(e) == FailureKind.DAMAGED) {
                throw new IllegalStateException(
                        "The database is damaged and cannot be used: restore a backup into a new data folder.", e);
            }
            throw e;
        }
    }

    private static void migrateKnown(Flyway flyway) {
        for (MigrationInfo applied : flyway.info().applied()) {
            if (applied.getState() == MigrationState.FUTURE_SUCCESS) {
                throw new IllegalStateException(
                        "The data were written by a newer Segue (schema %s, which this one does not know). Start that one, or restore a backup of before."
                                .formatted(applied.getVersion()));
            }
        }
        flyway.migrate();
    }

    // Makes the database ready before any other bean starts its work.
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {}

    /** Writes; ends after the commit is on disk, or with a {@link StorageException}. */
    public <T> CompletableFuture<T> write(Work<T> write) {
        return writes.submit(write);
    }

    /**
     * Writes and waits for the disk.
     *
     * @throws StorageException if it cannot be written
     */
    public <T> T writeNow(Work<T> write) {
        return await(() -> writes.submit(write));
    }

    private static <T> T await(Supplier<CompletableFuture<T>> write) {
        requireBlockingAllowed();
        try {
            return write.get().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /**
     * Writes many items in as many commits as keep each short, and waits for the disk: others' writes go in between, none
     * waits for more than one of these. When it throws, the items before the failed commit are written.
     *
     * @throws StorageException if it cannot be written
     */
    public <T> void writeEach(List<T> items, TurnWork<T> write) {
        for (int from = 0; from < items.size(); ) {
            TimedIterator<T> rest = new TimedIterator<>(items, from, writes::isWaitedFor);
            await(() -> writes.submitTurn(connection -> {
                write.on(connection, rest.start());
                return true;
            }));
            from = rest.position();
        }
    }

    /**
     * Reads one moment of the database.
     *
     * @throws StorageException if it cannot be read
     */
    public <T> T read(Work<T> read) {
        requireBlockingAllowed();
        try (Connection connection = readers.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return read.on(connection);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            state.notRead(e);
            throw new StorageException("The database cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads every row of one query, in its order.
     *
     * @param parameters integers, texts, numbers, null
     * @throws StorageException if it cannot be read
     */
    public <T> List<T> query(String sql, Statements.RowMapper<T> mapper, @Nullable Object... parameters) {
        return read(connection -> Statements.query(connection, sql, mapper, parameters));
    }

    /**
     * Reads the first row of one query; empty if there is none.
     *
     * @param parameters integers, texts, numbers, null
     * @throws StorageException if it cannot be read
     */
    public <T> Optional<T> queryFirst(String sql, Statements.RowMapper<T> mapper, @Nullable Object... parameters) {
        return read(connection -> Statements.queryFirst(connection, sql, mapper, parameters));
    }

    /**
     * Number of the write that began last, whether it is committed or not. Inside a write it is its own. A read that has begun to read sees nothing of
     * writes of higher numbers than this one tells it then.
     */
    public long lastWrite() {
        return writes.begun();
    }

    // Waiting there would hold up every other request. It fails at once, so that the mistake shows on a quiet day too.
    private static void requireBlockingAllowed() {
        if (Context.isOnEventLoopThread()) {
            throw new IllegalStateException("The database must not be waited for on an event loop");
        }
    }

    /** Whether this very start has made the database, in an empty data folder. */
    public boolean isNew() {
        return isNew;
    }

    /** What reading and writing have shown of the disk and of the database. */
    public StorageState state() {
        return state;
    }

    /** How the writer stands. Never blocks. */
    public WriterState writer() {
        return new WriterState(writes.isAlive(), writes.waiting(), writes.stalledFor());
    }

    /**
     * Does some work on another thread that may block; nobody waits for it, and whatever it throws is logged.
     *
     * @param failure what the log says then, a sentence without a full stop
     */
    public void later(String failure, Guarded.Work work) {
        workers().execute(Guarded.of(failure, work));
    }

    /** Threads that may block: for reading, and what follows from it. */
    public Executor workers() {
        return Infrastructure.getDefaultWorkerPool();
    }

    @PreDestroy
    void close() {
        writes.close();
    }
}
