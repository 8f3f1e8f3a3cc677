package org.segue.interactions;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How much weight an observed interaction gets, from the number of plays behind it: the confidence {@code c_ui ≥ 1} of
 * Hu, Koren and Volinsky, "Collaborative Filtering for Implicit Feedback Datasets" (ICDM 2008).
 */
public enum ConfidenceWeighting {
    /** Every interaction weighs 1, however often the song was played. */
    @JsonProperty("none")
    NONE {
        @Override
        public float weight(float plays) {
            return 1f;
        }
    },
    /** {@code 1 + ln(max(plays, 1))}: the tenth play adds less than the second. */
    @JsonProperty("log")
    LOG {
        @Override
        public float weight(float plays) {
            return plays > 1f ? (float) (1 + StrictMath.log(plays)) : 1f;
        }
    };

    /**
     * Confidence of an interaction.
     *
     * @param plays number of plays, finite
     * @return a weight of at least 1
     */
    public abstract float weight(float plays);
}
