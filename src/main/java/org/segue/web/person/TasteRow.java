package org.segue.web.person;

import io.quarkus.qute.TemplateData;
import java.util.List;
import org.segue.catalog.User;
import org.segue.interactions.Favorites.PlayedArtist;
import org.segue.interactions.TasteOverlap;

/**
 * What the person has in common with another listener.
 *
 * @param other the other
 * @param step how much
 * @param shared artists whom both play, at most three
 */
@TemplateData
public record TasteRow(User other, Step step, List<PlayedArtist> shared) {

    private static final int MAX_SHARED = 3;

    /** How much two have in common, by the cosine of their artists. */
    @TemplateData
    public enum Step {
        /** From 0.7 on. */
        VERY,
        /** From 0.45 on. */
        MUCH,
        /** From 0.2 on. */
        SOME,
        /** Below. */
        LITTLE;

        static Step of(double cosine) {
            if (cosine >= 0.7) {
                return VERY;
            }
            if (cosine >= 0.45) {
                return MUCH;
            }
            return cosine >= 0.2 ? SOME : LITTLE;
        }
    }

    static TasteRow of(User other, TasteOverlap overlap) {
        return new TasteRow(
                other,
                Step.of(overlap.cosine()),
                overlap.shared().stream().limit(MAX_SHARED).toList());
    }
}
