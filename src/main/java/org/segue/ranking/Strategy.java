package org.segue.ranking;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an answer came about. */
public enum Strategy {
    /** The user's listens are those that the model was trained on. */
    @JsonProperty("trained")
    TRAINED,
    /** The model has not seen the user, or not these listens: the embedding is solved now, songs frozen. */
    @JsonProperty("folded-in")
    FOLDED_IN,
    /** Nothing is known of the user, or there is no model yet: what most people play. */
    @JsonProperty("popular")
    POPULAR,
    /** Too few of the user's songs are known to others for more than a guess: songs by artists who are played, then popular ones. */
    @JsonProperty("not-enough")
    NOT_ENOUGH;

    /** Whether the answer is made of the user's taste, and not of what is the same for many. */
    public boolean isOfTaste() {
        return this == TRAINED || this == FOLDED_IN;
    }
}
