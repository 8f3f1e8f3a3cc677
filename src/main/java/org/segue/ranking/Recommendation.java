package org.segue.ranking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer: ranked songs, in words and public ids.
 *
 * @param user whom it is for, as asked
 * @param strategy how it came about
 * @param model version of the model behind it, null when there was none
 * @param items best first
 * @param warnings sentences about what a reader would not expect
 */
public record Recommendation(
        String user, Strategy strategy, @Nullable String model, List<RecommendedSong> items, List<String> warnings) {}
