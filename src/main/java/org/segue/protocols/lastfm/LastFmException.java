package org.segue.protocols.lastfm;

import org.segue.access.LastFmFailure;

/** A request that is refused as a whole. */
final class LastFmException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient LastFmFailure failure;

    /**
     * A refusal.
     *
     * @param code one of {@link LastFmFailure}
     * @param message what is wrong, in words
     */
    LastFmException(int code, String message) {
        super(message, null, false, false);
        this.failure = new LastFmFailure(code, message);
    }

    LastFmFailure failure() {
        return failure;
    }
}
