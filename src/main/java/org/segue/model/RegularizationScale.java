package org.segue.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * By what λ is multiplied for each embedding of the implicit objective: which of few and of many interactions are held back more.
 */
public enum RegularizationScale {
    /**
     * By the weight of all of its pairs, {@code n + α0 m} with its n interactions and the m rows of the other side: ν = 1 of Rendle et al.,
     * "Revisiting the Performance of iALS on Item Recommendation Benchmarks" (RecSys 2022).
     */
    @JsonProperty("weight")
    WEIGHT {
        @Override
        double of(int interactions, double unobserved) {
            return interactions + unobserved;
        }
    },
    /** By its interactions alone: Zhou et al., "Large-Scale Parallel Collaborative Filtering for the Netflix Prize" (AAIM 2008). */
    @JsonProperty("count")
    COUNT {
        @Override
        double of(int interactions, double unobserved) {
            return interactions;
        }
    };

    /**
     * What multiplies λ.
     *
     * @param interactions of the row, n
     * @param unobserved α0 m
     */
    abstract double of(int interactions, double unobserved);
}
