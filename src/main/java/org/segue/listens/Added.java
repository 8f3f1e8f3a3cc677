package org.segue.listens;

/**
 * What rows of an import turned out to be; counts up. For one thread at a time.
 */
public final class Added {

    private long fresh;
    private long known;

    void count(boolean isKnown) {
        if (isKnown) {
            known++;
        } else {
            fresh++;
        }
    }

    /** Rows that nothing in force had said before. */
    public long fresh() {
        return fresh;
    }

    /** Rows that repeat, or replace, what an earlier import had said. */
    public long known() {
        return known;
    }
}
