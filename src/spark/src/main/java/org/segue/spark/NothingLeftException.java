package org.segue.spark;

/** Listens of which no song has enough listeners. */
final class NothingLeftException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param minListeners how many a song needs */
    NothingLeftException(int minListeners) {
        super(
                "No song has %d listeners or more. A song model holds no others, or it would tell what single people play."
                        .formatted(minListeners));
    }
}
