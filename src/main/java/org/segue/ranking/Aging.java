package org.segue.ranking;

import java.util.function.IntPredicate;
import org.segue.interactions.UserHistory;

/**
 * How much less a song counts that was heard longer ago: {@code 2^(−age / half-life)}. Age counts from the latest listen of the same history,
 * never from the clock, so that somebody who was away for a year finds everything as it was.
 *
 * @param halfLife seconds, positive; infinite for songs that do not age
 * @param undatedWeight what a song without a time weighs beside dated ones, 0 to 1; in a history without any time all weigh 1
 */
record Aging(double halfLife, double undatedWeight) {

    /** What weighs less is left out: it changes no ranking, and long histories would take long for it. */
    static final double MIN_WEIGHT = 1e-3;

    /** After so many half-lives less than {@link #MIN_WEIGHT} is left. */
    private static final int MAX_HALF_LIVES = 10;

    /** {@code 2^x} is {@code e^(x ln 2)}, which is several times as fast; strictly, so that every machine answers alike. */
    private static final double LN_2 = StrictMath.log(2);

    /** Nothing ages. */
    static final Aging NONE = new Aging(Double.POSITIVE_INFINITY, 1);

    /**
     * The weights of one history.
     *
     * @param latest epoch seconds of its latest listen, 0 if it has no time at all
     */
    record Clock(Aging aging, long latest) {

        /** The weight of a song heard last at a time, epoch seconds or 0 if it is not known; 0 for what is left out. */
        double weight(long lastHeard) {
            if (latest == 0 || aging.isNone()) {
                return 1;
            }
            // Most songs of a long history are that old.
            if (lastHeard != 0 && latest - lastHeard > MAX_HALF_LIVES * aging.halfLife) {
                return 0;
            }
            double weight =
                    lastHeard == 0 ? aging.undatedWeight : StrictMath.exp(LN_2 * (lastHeard - latest) / aging.halfLife);
            return weight < MIN_WEIGHT ? 0 : weight;
        }
    }

    private boolean isNone() {
        return halfLife == Double.POSITIVE_INFINITY;
    }

    /** The weights of the same history as another's. */
    Clock since(Clock other) {
        return new Clock(this, other.latest);
    }

    /**
     * The weights of a history.
     *
     * @param known which songs, by database key, count for the latest listen
     */
    Clock of(UserHistory history, IntPredicate known) {
        return new Clock(this, history.latest(known));
    }
}
