package org.segue.storage;

import java.sql.SQLException;
import org.sqlite.SQLiteException;

/** What SQLite's error codes mean for the whole of the storage. */
enum FailureKind {
    /** The file is not what SQLite wrote. */
    DAMAGED,
    /** The disk takes no more: it is full, read-only, broken, or the file may not be written. */
    DISK_REFUSES,
    /** Of this statement alone. */
    OTHER;

    /** An extended code has the primary one in its lowest byte. */
    private static final int PRIMARY = 0xff;

    private static final int SQLITE_READONLY = 8;
    private static final int SQLITE_IOERR = 10;
    private static final int SQLITE_CORRUPT = 11;
    private static final int SQLITE_FULL = 13;
    private static final int SQLITE_CANTOPEN = 14;
    private static final int SQLITE_NOTADB = 26;

    /** The file system itself has found that what it holds is wrong. */
    private static final int SQLITE_IOERR_CORRUPTFS = SQLITE_IOERR | 33 << 8;

    /** What a failure means, or the first of its causes that comes from SQLite. */
    static FailureKind of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return ofCode(sqlite.getResultCode().code);
            }
            if (cause instanceof SQLException sql && sql.getErrorCode() != 0) {
                return ofCode(sql.getErrorCode());
            }
        }
        return OTHER;
    }

    private static FailureKind ofCode(int code) {
        if (code == SQLITE_IOERR_CORRUPTFS) {
            return DAMAGED;
        }
        return switch (code & PRIMARY) {
            case SQLITE_CORRUPT, SQLITE_NOTADB -> DAMAGED;
            case SQLITE_READONLY, SQLITE_IOERR, SQLITE_FULL, SQLITE_CANTOPEN -> DISK_REFUSES;
            default -> OTHER;
        };
    }
}
