package org.segue.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Hyperparameters that a search has tried.
 *
 * @param stage 1 for the short fits of the beginning, 2 for the whole fits of the best of those, 3 for steps from the best, 4 for more epochs of it,
 *     5 for what time and neighbors are to the best
 * @param hyperparameters they, with the epochs of this fit
 * @param ndcgAt10 mean NDCG@10 on the search's own hold-out; null if the fit diverged
 * @param seconds how long fitting and measuring took
 */
public record Trial(
        int stage,
        Hyperparameters hyperparameters,
        @Nullable Double ndcgAt10,
        double seconds) {

    /** Checks that the hyperparameters are there. */
    public Trial {
        Objects.requireNonNull(hyperparameters, "the trial lacks hyperparameters");
    }
}
