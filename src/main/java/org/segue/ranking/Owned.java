package org.segue.ranking;

/** What an answer makes of the songs that those whom it is for own. */
public enum Owned {
    /** They are all that may be in it; those of whom nothing is known set no bounds. */
    ONLY,
    /** They come before others that fit nearly as well. */
    PREFER,
    /** Nothing. */
    ANY,
    /** None of them may be in it. */
    MISSING;

    /** Whether owned songs that the model has no embedding of take part, by their scores. */
    boolean offersUntried() {
        return this == ONLY || this == PREFER;
    }
}
