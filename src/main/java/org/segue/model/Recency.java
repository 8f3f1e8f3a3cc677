package org.segue.model;

import java.util.Objects;

/**
 * What time is to a model: how songs age, what the neighbors of songs heard add, whether sessions are trained on. In JSON an
 * object of its own.
 *
 * @param halfLife seconds after which a song counts half in a user's embedding, 0 for songs that do not age
 * @param inSession what neighbors add while a session goes on
 * @param fresh what they add at the start of the next
 * @param undatedWeight what a song without a time counts beside others that have one, 0 to 1
 * @param sessions whether sessions are trained on as further users
 */
public record Recency(double halfLife, Moment inSession, Moment fresh, double undatedWeight, boolean sessions) {

    /** Time is nothing, and neighbors add nothing. */
    public static final Recency NONE = new Recency(0, Moment.NONE, Moment.NONE, 1, false);

    /**
     * What neighbors of songs heard add to a score: {@code β Σ v s} with {@code s = cosine + γ · follows} and v by age.
     *
     * @param halfLife seconds after which the neighbors of a song count half, 0 for never
     * @param weight β; 0 for no neighbors
     * @param follows γ, how much more counts what is played after a song than what has the same listeners
     */
    public record Moment(double halfLife, double weight, double follows) {

        private static final double MAX_SECONDS = 1e10;
        private static final double MAX_WEIGHT = 1000;

        /** Neighbors add nothing. */
        public static final Moment NONE = new Moment(0, 0, 0);

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException naming the value that is out of range
         */
        public Moment {
            require(halfLife, MAX_SECONDS, "halfLife");
            require(weight, MAX_WEIGHT, "weight");
            require(follows, MAX_WEIGHT, "follows");
        }

        // Here and not around it: either class can be the first that is needed, and Recency needs this one. NaN fails
        // every comparison, so it is refused too.
        private static void require(double value, double most, String name) {
            if (!(value >= 0 && value <= most)) {
                throw new IllegalArgumentException("illegal %s: %s, must be 0 to %s".formatted(name, value, most));
            }
        }

        /** The same with another half-life. */
        public Moment withHalfLife(double newHalfLife) {
            return new Moment(newHalfLife, weight, follows);
        }

        /** The same with another β. */
        public Moment withWeight(double newWeight) {
            return new Moment(halfLife, newWeight, follows);
        }

        /** The same with another γ. */
        public Moment withFollows(double newFollows) {
            return new Moment(halfLife, weight, newFollows);
        }
    }

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming the value that is out of range
     */
    public Recency {
        Moment.require(halfLife, Moment.MAX_SECONDS, "halfLife");
        Moment.require(undatedWeight, 1, "undatedWeight");
        Objects.requireNonNull(inSession, "the recency lacks inSession");
        Objects.requireNonNull(fresh, "the recency lacks fresh");
    }

    /** What does well on listens with times: a song counts half after an hour, neighbors after minutes. */
    public static Recency usual() {
        return new Recency(3600, new Moment(300, 0.6, 3), new Moment(3600, 0.6, 1), 0.1, true);
    }

    /** Whether songs age in a user's embedding as they do by another. */
    boolean agesLike(Recency other) {
        return halfLife == other.halfLife && undatedWeight == other.undatedWeight;
    }

    /** Whether neighbors ever count. */
    public boolean hasNeighbors() {
        return inSession.weight > 0 || fresh.weight > 0;
    }

    /** What neighbors add at a time. */
    public Moment moment(boolean isFresh) {
        return isFresh ? fresh : inSession;
    }

    /** The same with another half-life of songs. */
    public Recency withHalfLife(double newHalfLife) {
        return new Recency(newHalfLife, inSession, fresh, undatedWeight, sessions);
    }

    /** The same with others while a session goes on. */
    public Recency withInSession(Moment newInSession) {
        return new Recency(halfLife, newInSession, fresh, undatedWeight, sessions);
    }

    /** The same with others at the start of a session. */
    public Recency withFresh(Moment newFresh) {
        return new Recency(halfLife, inSession, newFresh, undatedWeight, sessions);
    }

    /** The same with another weight of songs without a time. */
    public Recency withUndatedWeight(double newWeight) {
        return new Recency(halfLife, inSession, fresh, newWeight, sessions);
    }

    /** The same with sessions trained on or not. */
    public Recency withSessions(boolean newSessions) {
        return new Recency(halfLife, inSession, fresh, undatedWeight, newSessions);
    }
}
