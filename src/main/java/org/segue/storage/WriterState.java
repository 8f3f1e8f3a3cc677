package org.segue.storage;

import java.time.Duration;

/**
 * How the one thread that writes stands.
 *
 * @param alive whether there is one
 * @param waiting number of writes that wait for the one that is at work
 * @param stalledFor for how long something has waited without any turn having ended, zero if nothing waits
 */
public record WriterState(boolean alive, int waiting, Duration stalledFor) {

    /** Something else, such as a backup tool, may hold the database's lock for ten seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Whether somebody writes, or would as soon as there is something to write. */
    public boolean isWorking() {
        return alive && stalledFor.compareTo(PATIENCE) < 0;
    }
}
