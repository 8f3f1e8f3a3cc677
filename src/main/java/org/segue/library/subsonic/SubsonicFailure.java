package org.segue.library.subsonic;

import org.segue.library.LibraryException;

/** A server has answered that it failed. Its own words are not repeated: they may hold anything. */
final class SubsonicFailure extends LibraryException {

    /** A parameter is missing; of old servers also: this way of signing in is none. */
    static final int PARAMETER = 10;

    /** The server speaks an older version of the protocol. */
    static final int SERVER_TOO_OLD = 30;

    /** User or password is wrong. */
    static final int LOGIN = 40;

    /** The API key is wrong. */
    static final int KEY = 44;

    /** The account may not do this. */
    static final int FORBIDDEN = 50;

    /** There is no such thing. */
    static final int NOT_FOUND = 70;

    private static final long serialVersionUID = 1;

    private final int code;

    /** @param code as the protocol numbers failures, 0 if it has no number */
    SubsonicFailure(int code) {
        super(faultOf(code), sentence(code));
        this.code = code;
    }

    /** As the protocol numbers failures. */
    int code() {
        return code;
    }

    private static Fault faultOf(int code) {
        if (code >= LOGIN && code <= KEY) {
            return Fault.LOGIN;
        }
        return code == FORBIDDEN ? Fault.FORBIDDEN : Fault.FAILED;
    }

    private static String sentence(int code) {
        return switch (code) {
            case PARAMETER -> "The server says that something is missing in Segue's request.";
            case 20, SERVER_TOO_OLD -> "The server speaks another version of Subsonic's protocol than Segue.";
            case LOGIN -> "The server refuses this user and password.";
            case 41, 42, 43 -> "The server doesn't take this way of signing in.";
            case KEY -> "The server refuses this API key.";
            case FORBIDDEN -> "The server doesn't allow this account to do that.";
            case NOT_FOUND -> "The server doesn't have what Segue asked for.";
            default -> "The server says that it failed (code %d). Its log may say why.".formatted(code);
        };
    }
}
