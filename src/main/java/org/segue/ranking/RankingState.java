package org.segue.ranking;

import org.jspecify.annotations.Nullable;
import org.segue.model.ModelManifest;

/**
 * What answers are made of now.
 *
 * @param songs number of songs that somebody has
 * @param interactions number of user–song cells
 * @param model where the active model comes from, null while there is none
 */
public record RankingState(
        long songs, long interactions, @Nullable ModelManifest model) {}
