package org.segue.model;

import org.jspecify.annotations.Nullable;

/**
 * Where an imported song model comes from, as it says itself.
 *
 * @param id number of its songs in the database
 * @param name of the data that it was trained on, null if it does not say
 * @param url where they are, null if it does not say
 * @param period which part of them, null if it does not say
 * @param license SPDX identifier of the data's license, null if it does not say
 * @param songs how many songs it has; the model here may have fewer
 * @param users how many listeners it was trained on, two digits
 * @param isPrivate whether it may tell what single listeners play
 */
public record SongModelOrigin(
        int id,
        @Nullable String name,
        @Nullable String url,
        @Nullable String period,
        @Nullable String license,
        int songs,
        long users,
        boolean isPrivate) {}
