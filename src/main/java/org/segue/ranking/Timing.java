package org.segue.ranking;

import org.segue.model.Recency;
import org.segue.model.Recency.Moment;

/**
 * How an answer looks at time: how the user's songs age, and what their neighbors add.
 *
 * @param songs how songs age in the user's embedding
 * @param neighbors how they age for their neighbors, never slower
 * @param weight β, what multiplies the sum over neighbors; 0 for none
 * @param isFresh whether a session is about to start; else one goes on
 */
record Timing(Aging songs, Aging neighbors, double weight, boolean isFresh) {

    /** A listen less than so many seconds ago is of a session that still goes on. */
    static final int SESSION_SECONDS = 30 * 60;

    /** As a model has it. */
    static Timing of(Recency recency, boolean isFresh) {
        Moment moment = recency.moment(isFresh);
        return of(recency, isFresh, orForever(recency.halfLife()), orForever(moment.halfLife()));
    }

    /** As a model has it, with other half-lives, in seconds, infinite for songs that do not age. */
    static Timing of(Recency recency, boolean isFresh, double halfLife, double neighborHalfLife) {
        Aging songs = new Aging(halfLife, recency.undatedWeight());
        Aging neighbors = new Aging(Math.min(halfLife, neighborHalfLife), recency.undatedWeight());
        return new Timing(songs, neighbors, recency.moment(isFresh).weight(), isFresh);
    }

    private static double orForever(double seconds) {
        return seconds == 0 ? Double.POSITIVE_INFINITY : seconds;
    }
}
