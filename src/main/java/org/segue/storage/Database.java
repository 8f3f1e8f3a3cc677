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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/**
 * The embedded database: one writer behind a queue that commits together what waits together, readers beside it.
 *
 * <p>Reading and the blocking forms of writing are refused on an event loop; {@link #write} never blocks. A read sees one moment of the database from its first statement to its last.
 */
@Singleton
public class Database {

    private final javax.sql.DataSource readers;
    private final WriteQueue writes;

    Database(
            DataFolder folder,
            StorageConfig config,
            Flyway flyway,
            javax.sql.DataSource writer,
            @DataSource("readers") javax.sql.DataSource readers) {
        // The folder comes first: without its lock nothing may be migrated.
        this.readers = readers;
        folder.root();
        migrate(flyway);
        this.writes = new WriteQueue(writer, config.storage().writeQueue());
    }

    // A schema of later would be written by rules that it does not have: nothing of it may be touched.
    private static void migrate(Flyway flyway) {
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
    public <T> CompletableFuture<T> write(Sql<T> write) {
        return writes.submit(write);
    }

    /**
     * Writes and waits for the disk.
     *
     * @throws StorageException if it cannot be written
     */
    public <T> T writeNow(Sql<T> write) {
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
    public <T> void writeEach(List<T> items, SqlForEach<T> write) {
        for (int from = 0; from < items.size(); ) {
            TimedIterator<T> rest = new TimedIterator<>(items, from);
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
    public <T> T read(Sql<T> read) {
        requireBlockingAllowed();
        try (Connection connection = readers.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return read.on(connection);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new StorageException("The database cannot be read: " + e.getMessage(), e);
        }
    }

    // Waiting there would hold up every other request: a mistake of ours, that must not wait for a busy day to show.
    private static void requireBlockingAllowed() {
        if (Context.isOnEventLoopThread()) {
            throw new IllegalStateException("The database must not be waited for on an event loop");
        }
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
