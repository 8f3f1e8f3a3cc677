package org.segue.access.connections;

/**
 * The time that a client has taken for one message, head and body. Only time in which it could have sent counts. Of one event
 * loop, not safe for others.
 */
final class MessageClock {

    private final Deadlines deadlines;
    private boolean isLarge;
    private long bodyBytes;
    private long elapsedNanos;
    private long partEndNanos;
    private long bytesAtPartStart;
    private boolean isLate;

    MessageClock(Deadlines deadlines) {
        this.deadlines = deadlines;
        this.partEndNanos = deadlines.upload().toNanos();
    }

    /**
     * The head has come.
     *
     * @param length the body's, -1 if the head does not say
     */
    void headCame(long length) {
        isLarge = length > Deadlines.MAX_SMALL_BODY;
    }

    void bodyCame(long bytes) {
        bodyBytes += bytes;
        isLarge |= bodyBytes > Deadlines.MAX_SMALL_BODY;
    }

    void pass(long nanos) {
        elapsedNanos += nanos;
        isLate |= isLarge ? isTooSlow() : elapsedNanos > deadlines.request().toNanos();
    }

    /** Whether the client has taken too long. */
    boolean isLate() {
        return isLate;
    }

    // The first part may bring what it likes; it ends like the others, so that the next begins at its end.
    private boolean isTooSlow() {
        if (elapsedNanos < partEndNanos) {
            return false;
        }
        boolean isFirst = partEndNanos == deadlines.upload().toNanos();
        boolean isSlow = bodyBytes - bytesAtPartStart
                < deadlines.uploadRate() * deadlines.upload().toMillis() / 1000;
        bytesAtPartStart = bodyBytes;
        partEndNanos = elapsedNanos + deadlines.upload().toNanos();
        return isSlow && !isFirst;
    }
}
