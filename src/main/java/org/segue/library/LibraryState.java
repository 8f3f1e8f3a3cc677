package org.segue.library;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A library and how it stands.
 *
 * @param library the library
 * @param facts what its server said that it is and can do, null before somebody has signed in
 * @param folder where players of files find its music, null if nobody has said so
 * @param syncedAt when all of it was read last, null if it never was
 * @param missing how many songs the server did not have any more that nobody has said may be forgotten
 */
public record LibraryState(
        Library library,
        @Nullable ServerFacts facts,
        @Nullable String folder,
        @Nullable Instant syncedAt,
        int missing) {

    /** Its key. */
    public int id() {
        return library.id();
    }
}
