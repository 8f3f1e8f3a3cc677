package org.segue.ranking;

/** Where songs come that the model has no embedding of, and that stand for their albums and artists. */
public enum Untried {
    /** Nowhere. */
    NONE,
    /** After all others. */
    LAST,
    /** By their scores. */
    MIXED,
    /** They are all that is asked for. */
    ONLY
}
