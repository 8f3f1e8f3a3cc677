package org.segue.ranking;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.segue.interactions.UserHistory;
import org.segue.model.Recency;

/**
 * Which of a user's listens an answer is made from before all others.
 *
 * @param kind what is asked for
 * @param halfLife of {@link Kind#HALF_LIFE} alone: seconds after which a song counts half
 */
public record When(Kind kind, double halfLife) {

    /** What can be asked for. */
    public enum Kind {
        /** What the model has, by whether a session goes on. */
        BY_MODEL,
        /** The same, as if a session went on. */
        NOW,
        /** Some weeks. */
        LATELY,
        /** All alike. */
        ALWAYS,
        /** A half-life of one's own. */
        HALF_LIFE
    }

    /** What the model has, by whether a session goes on. */
    public static final When BY_MODEL = new When(Kind.BY_MODEL, 0);

    /** As if a session went on. */
    public static final When NOW = new When(Kind.NOW, 0);

    /** Some weeks. */
    public static final When LATELY = new When(Kind.LATELY, 0);

    /** All listens alike. */
    public static final When ALWAYS = new When(Kind.ALWAYS, 0);

    private static final Duration MIN_HALF_LIFE = Duration.ofMinutes(5);
    private static final Duration MAX_HALF_LIFE = Duration.ofDays(3650);
    private static final double LATELY_SECONDS = Duration.ofDays(14).toSeconds();

    /** One that needs no half-life of its own. */
    public static When of(Kind kind) {
        return new When(kind, 0);
    }

    /** A half-life of one's own, PT5M to P3650D as ISO 8601 has it; nothing if it is none of these. */
    public static Optional<When> ofHalfLife(String typed) {
        try {
            Duration asked = Duration.parse(typed);
            boolean isAllowed = asked.compareTo(MIN_HALF_LIFE) >= 0 && asked.compareTo(MAX_HALF_LIFE) <= 0;
            return isAllowed ? Optional.of(new When(Kind.HALF_LIFE, asked.toSeconds())) : Optional.empty();
        } catch (DateTimeParseException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /**
     * How an answer looks at time.
     *
     * @param recency what time is to the model
     * @param history whom it is for
     * @param now epoch seconds
     */
    Timing timing(Recency recency, UserHistory history, long now) {
        boolean isFresh = !isInSession(history, now);
        return switch (kind) {
            case NOW -> Timing.of(recency, false);
            case BY_MODEL -> Timing.of(recency, isFresh);
            case LATELY -> Timing.of(recency, true, LATELY_SECONDS, LATELY_SECONDS);
            case ALWAYS -> Timing.of(recency, true, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
            case HALF_LIFE ->
                Timing.of(
                        recency,
                        isFresh,
                        halfLife,
                        Timing.of(recency, isFresh).neighbors().halfLife());
        };
    }

    // Somebody who names songs to start from, and has heard none, has just begun.
    private static boolean isInSession(UserHistory history, long now) {
        return history.isEmpty() || history.latest(songId -> true) > now - Timing.SESSION_SECONDS;
    }
}
