package org.segue.library.mixes;

import org.jspecify.annotations.Nullable;

/**
 * A song of a library in the words of the library.
 *
 * @param id the library's
 * @param title as the server has it
 * @param artist null if the server does not say
 * @param album null if the server does not say
 */
public record FileOfSong(
        String id,
        String title,
        @Nullable String artist,
        @Nullable String album) {}
