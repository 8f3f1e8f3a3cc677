package org.segue.library.subsonic;

import org.segue.library.LibraryException;
import org.segue.library.LibraryPhrase;
import org.segue.text.Sentence;

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

    private static Sentence sentence(int code) {
        return switch (code) {
            case PARAMETER -> LibraryPhrase.PARAMETER.with();
            case 20, SERVER_TOO_OLD -> LibraryPhrase.OTHER_VERSION.with();
            case LOGIN -> LibraryPhrase.WRONG_PASSWORD.with();
            case 41, 42, 43 -> LibraryPhrase.OTHER_SIGN_IN.with();
            case KEY -> LibraryPhrase.WRONG_KEY.with();
            case FORBIDDEN -> LibraryPhrase.FORBIDDEN.with();
            case NOT_FOUND -> LibraryPhrase.NOT_THERE.with();
            default -> LibraryPhrase.FAILED.with(code);
        };
    }
}
