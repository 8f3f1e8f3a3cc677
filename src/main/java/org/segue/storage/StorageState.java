package org.segue.storage;

import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What reading and writing have shown of the disk and of the database. Safe for any thread; never blocks. */
public final class StorageState {

    private static final Logger LOG = Logger.getLogger(StorageState.class);

    private volatile boolean lastWriteRefused;
    private volatile boolean probeRefused;
    private volatile @Nullable String damage;

    StorageState() {}

    /** Whether the disk takes what is written. */
    public Writes writes() {
        return lastWriteRefused || probeRefused ? Writes.REFUSED : Writes.ACCEPTED;
    }

    /** What is damaged in the database, in SQLite's words; null while nothing is known of any damage. */
    public @Nullable String damage() {
        return damage;
    }

    /** Notes that something was written. */
    void written() {
        if (lastWriteRefused) {
            lastWriteRefused = false;
            LOG.info("The disk takes writes again");
        }
    }

    /** Notes what a write came to that failed. */
    void notWritten(Throwable failure) {
        if (FailureKind.of(failure) == FailureKind.DISK_REFUSES) {
            if (!lastWriteRefused) {
                LOG.errorf("The disk refuses writes, reading goes on: %s", failure.getMessage());
            }
            lastWriteRefused = true;
        }
        failed(failure);
    }

    /** Notes what a read came to that failed. */
    void notRead(SQLException failure) {
        failed(failure);
    }

    private void failed(Throwable failure) {
        if (FailureKind.of(failure) == FailureKind.DAMAGED) {
            damaged(String.valueOf(failure.getMessage()));
        }
    }

    /** Notes that the database is damaged. Only a start finds out that it no longer is. */
    void damaged(String what) {
        if (damage == null) {
            LOG.errorf("The database is damaged: %s. Restore a backup; what can be read is answered until then", what);
            damage = what;
        }
    }

    boolean lastWriteRefused() {
        return lastWriteRefused;
    }

    boolean probeRefused() {
        return probeRefused;
    }

    /** Notes whether the disk took a file. */
    void probed(boolean refused) {
        probeRefused = refused;
    }
}
