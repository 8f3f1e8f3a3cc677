package org.segue.ranking;

import java.time.Duration;

/** Work that would have to wait too long before it began. It can be asked for again later. */
public final class OverloadedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Duration retryAfter;

    /** Work that is likely to be taken after a time, which is whole seconds, at least one. */
    public OverloadedException(Duration retryAfter) {
        super("Segue has too much to compute at the moment. Try again in %d seconds."
                .formatted(retryAfter.toSeconds()));
        this.retryAfter = retryAfter;
    }

    /** After what time it is likely to be taken: whole seconds, at least one. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
