package org.segue.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A user or song that a request names.
 *
 * @param name the public id that it names; of what was found by a source's id, the public id that was found
 * @param found what is called so, null if there is nothing
 * @param <T> user or song
 */
public record Named<T>(String name, @Nullable T found) {

    /** A user who is known. */
    public static Named<User> of(User user) {
        return new Named<>(user.publicId(), user);
    }
}
