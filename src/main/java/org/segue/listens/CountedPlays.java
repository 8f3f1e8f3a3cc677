package org.segue.listens;

import org.jspecify.annotations.Nullable;

/**
 * What the play counts in force of a user say of a song.
 *
 * @param songId database key
 * @param plays the sum over sources of each one's latest count, null if there are only ratings
 * @param rating the latest rating, null if there is none
 */
public record CountedPlays(
        int songId, @Nullable Double plays, @Nullable Double rating) {}
