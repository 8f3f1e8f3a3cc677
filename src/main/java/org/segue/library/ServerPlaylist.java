package org.segue.library;

import org.jspecify.annotations.Nullable;

/**
 * A list of songs on a server, as one login sees it.
 *
 * @param id the server's
 * @param owner account that owns it, null if the server does not say
 * @param comment null if it has none
 */
public record ServerPlaylist(
        String id,
        String name,
        @Nullable String owner,
        @Nullable String comment) {}
