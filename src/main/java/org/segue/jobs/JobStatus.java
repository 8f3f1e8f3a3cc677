package org.segue.jobs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a job stands. */
public enum JobStatus {
    /** Accepted and on disk; waits for its turn. */
    QUEUED,
    /** At work. */
    RUNNING,
    /** Done, and in force. */
    COMPLETED,
    /** Ended without a result; its error says why. */
    FAILED,
    /** Ended on request before it was done. */
    CANCELLED,
    /** Was completed and has been taken back. */
    UNDONE;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word for it in JSON and in the database. */
    @JsonValue
    public String word() {
        return word;
    }

    /** The status of a word. */
    public static JobStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether nothing changes any more by itself. */
    public boolean isFinal() {
        return this != QUEUED && this != RUNNING;
    }
}
