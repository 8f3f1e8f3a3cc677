package org.segue.imports.staging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user as files name one.
 *
 * @param number under which the user is staged
 * @param source whose user it is, null for a user of this house
 * @param id what the source calls the user, or people here
 * @param name for people to read
 */
public record StagedUser(int number, @Nullable String source, String id, String name) {
    // A source, a tab, an id; or a tab, an id, and a name behind another tab if it is another.
    static StagedUser of(int number, String staged) {
        List<String> parts = List.of(staged.split("\t", 3));
        return new StagedUser(
                number, parts.get(0).isEmpty() ? null : parts.get(0), parts.get(1), parts.get(parts.size() - 1));
    }
}
