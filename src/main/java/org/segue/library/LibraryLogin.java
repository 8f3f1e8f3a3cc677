package org.segue.library;

import org.jspecify.annotations.Nullable;
import org.segue.text.Sentence;

/**
 * A listener's account on a library's server, without its secret.
 *
 * @param id key, never reused
 * @param libraryId key of the library
 * @param userId key of the listener
 * @param listener public id of the listener
 * @param listenerName what the listener is called
 * @param serverUser what the server calls the account
 * @param taste what of its taste counts
 * @param problem why it could not be used the last time; null if it could
 */
public record LibraryLogin(
        int id,
        int libraryId,
        int userId,
        String listener,
        String listenerName,
        String serverUser,
        LoginTaste taste,
        @Nullable Sentence problem) {}
