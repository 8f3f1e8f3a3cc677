package org.segue.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A song as a source knows it.
 *
 * @param id what the source calls it
 * @param title null if the source does not say
 * @param artist null if the source does not say
 * @param album null if the source does not say
 */
public record ExternalSong(
        String id,
        @Nullable String title,
        @Nullable String artist,
        @Nullable String album) {}
