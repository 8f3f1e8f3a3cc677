package org.segue.api;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.segue.library.LibrarySync;

/**
 * How a library stands, in short.
 *
 * @param id its number
 * @param name what the household calls it
 * @param songs number of its songs
 * @param syncedAt when all of it was read last, null if it never was
 * @param sync its newest sync, which may still run; null before the first
 * @param problems why logins could not be used the last time, each a sentence behind the listener's name; empty if all could
 */
@Schema(name = "LibraryStatus")
public record LibraryStatus(
        int id,
        String name,
        int songs,
        @Nullable Instant syncedAt,
        @Nullable LibrarySync sync,
        List<String> problems) {}
