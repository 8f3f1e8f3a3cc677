package org.segue.catalog;

import java.util.Set;

/**
 * A user was forgotten, and that is on disk: nothing must be answered with these keys any more.
 *
 * @param keys database keys that the user had, never used again
 */
public record UserForgotten(Set<Integer> keys) {

    /** Takes the keys as they are at this moment. */
    public UserForgotten {
        keys = Set.copyOf(keys);
    }
}
