package org.segue.storage;

import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.flywaydb.core.Flyway;

/**
 * The embedded database: one writer behind a queue that commits together what waits together, readers beside it.
 *
 * <p>Reading and the blocking form of writing may not be called on an event loop; the other forms never block. A read
 * sees one moment of the database from its first statement to its last.
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
        flyway.migrate();
        this.writes = new WriteQueue(writer, config.storage().writeQueue());
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
        try {
            return writes.submit(write).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /**
     * Reads one moment of the database.
     *
     * @throws StorageException if it cannot be read
     */
    public <T> T read(Sql<T> read) {
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

    /** Reads one moment of the database on a worker thread. */
    public <T> CompletableFuture<T> readLater(Sql<T> read) {
        return CompletableFuture.supplyAsync(() -> read(read), Infrastructure.getDefaultWorkerPool());
    }

    @PreDestroy
    void close() {
        writes.close();
    }
}
