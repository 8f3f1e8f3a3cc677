package org.segue.library;

/**
 * What somebody signs in to a server with. Never stored as it is, and never logged.
 *
 * @param user what the server calls the account, empty where an API key says who it is
 * @param password its password, or an API key
 * @param isApiKey whether it is a key
 */
public record Account(String user, String password, boolean isApiKey) {

    /** The account without what signs in to it. */
    @Override
    public String toString() {
        return "Account[" + user + ']';
    }
}
