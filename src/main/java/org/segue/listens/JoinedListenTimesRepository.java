package org.segue.listens;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/**
 * Gives the listens of songs that were joined when keys were made anew the times that the same plays have of the song that
 * stays: then they count once. Comes after the songs were joined, once; a process that is killed begins it again, and it
 * changes nothing that it has changed before.
 */
@Singleton
class JoinedListenTimesRepository {

    private static final String STEP = "3 times";

    private final Database database;
    private final MergedListenRepository joined;
    private final ListenChangeDebouncer recounting;

    JoinedListenTimesRepository(Database database, MergedListenRepository joined, ListenChangeDebouncer recounting) {
        this.database = database;
        this.joined = joined;
        this.recounting = recounting;
    }

    // Behind the joins, before anything that reads listens.
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE + 1) StartupEvent event) {
        if (settle()) {
            recounting.soon();
        }
    }

    /** Does it if it is still to be done; whether it was. */
    boolean settle() {
        boolean isLeft = database.read(connection ->
                        Statements.selectInt(connection, "SELECT count(*) FROM rekeying WHERE step = ?", STEP))
                != 0;
        if (isLeft) {
            joined.settle();
            database.writeNow(connection -> Statements.update(connection, "DELETE FROM rekeying WHERE step = ?", STEP));
        }
        return isLeft;
    }
}
