package org.segue.training;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a training is at. */
public enum Stage {
    /** Trying hyperparameters on a part of the data. */
    @JsonProperty("searching")
    SEARCHING,
    /** Fitting to a part of the data, to test on the rest. */
    @JsonProperty("evaluating")
    EVALUATING,
    /** Fitting to all data: the model that is published. */
    @JsonProperty("fitting")
    FITTING
}
