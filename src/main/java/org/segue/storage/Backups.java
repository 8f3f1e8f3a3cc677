package org.segue.storage;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Backups of the data folder while the service runs on it. */
@Singleton
public class Backups {

    private final DataFolder folder;

    Backups(DataFolder folder) {
        this.folder = folder;
    }

    // What a stop in the middle of a backup left.
    void start(@Observes StartupEvent event) throws IOException {
        DataFolder.delete(folder.root().resolve(BackupSnapshot.FOLDER));
    }

    /**
     * Sets a moment of the data aside; whoever takes it closes it. Takes as long as copying the database does, and must not
     * be called on an event loop.
     *
     * @throws StorageException if there is no room for it, or the disk cannot be read or written
     */
    public BackupSnapshot take() {
        if (Context.isOnEventLoopThread()) {
            throw new IllegalStateException("A backup must not be taken on an event loop");
        }
        return BackupSnapshot.of(folder.root());
    }
}
