package org.segue.access;

/**
 * Who is asking.
 *
 * @param administrator whether it is the administrator
 * @param userId database key of the user, 0 if it is none
 * @param user public id of the user, empty if it is none
 * @param libraryId database key of the library whose plugins ask, 0 if it is none
 */
public record Caller(boolean administrator, int userId, String user, int libraryId) {

    /** Somebody who did not say. */
    public static final Caller NOBODY = new Caller(false, 0, "");

    /** The administrator. */
    public static final Caller ADMINISTRATOR = new Caller(true, 0, "");

    /** Somebody who is no library. */
    public Caller(boolean administrator, int userId, String user) {
        this(administrator, userId, user, 0);
    }

    /** One of the household. */
    static Caller user(int userId, String user) {
        return new Caller(false, userId, user);
    }

    /** The plugins of a library. */
    static Caller library(int libraryId) {
        return new Caller(false, 0, "", libraryId);
    }

    /** Whether anybody is known to ask. */
    public boolean isSomebody() {
        return administrator || userId != 0 || libraryId != 0;
    }

    /** Whether it is this user. */
    public boolean is(int otherUserId) {
        return userId != 0 && userId == otherUserId;
    }
}
