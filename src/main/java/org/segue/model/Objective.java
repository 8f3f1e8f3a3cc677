package org.segue.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a model's scores are fitted to. */
public enum Objective {
    /**
     * Squared loss over all user–song pairs, observed ones at 1 (weighted by confidence), all pairs at 0 with the
     * unobserved weight. Ranks songs; the default.
     */
    @JsonProperty("implicit")
    IMPLICIT,
    /** Mean squared error on observed values, ratings for instance. Predicts values; ranks badly. */
    @JsonProperty("explicit")
    EXPLICIT
}
