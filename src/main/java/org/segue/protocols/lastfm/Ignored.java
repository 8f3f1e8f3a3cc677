package org.segue.protocols.lastfm;

/** Why a scrobble is not kept, while others of the same request are. */
enum Ignored {
    /** It is kept. */
    NOT(0, ""),
    /** There is no artist. */
    ARTIST(1, "Artist was ignored: it must be given"),
    /** There is no title. */
    TRACK(2, "Track was ignored: it must be given"),
    /** There is no time, or nobody could have listened then. */
    TOO_OLD(3, "Timestamp was too old: it must be in seconds since 1970"),
    /** The time has not come. */
    TOO_NEW(4, "Timestamp was too new: it is in the future");

    private final int code;
    private final String message;

    Ignored(int code, String message) {
        this.code = code;
        this.message = message;
    }

    /** Last.fm's number. */
    int code() {
        return code;
    }

    String message() {
        return message;
    }
}
