package org.segue.training;

import java.util.function.LongSupplier;

/**
 * How much a search may do. It counts work, so that the same seed and data give the same result on any machine; the clock only
 * cuts a search that takes too long. For one thread.
 */
final class SearchBudget {

    private static final double NANOS_PER_SECOND = 1e9;

    private final double work;
    private final double limitSeconds;
    private final LongSupplier nanoTime;
    private final long startedAtNanos;
    private double spent;
    private boolean cut;

    /**
     * A budget, of which the time runs from now.
     *
     * @param work multiplications that all trials may take together
     * @param limitSeconds how long they may take
     * @param nanoTime the clock
     */
    SearchBudget(double work, double limitSeconds, LongSupplier nanoTime) {
        this.work = work;
        this.limitSeconds = limitSeconds;
        this.nanoTime = nanoTime;
        this.startedAtNanos = nanoTime.getAsLong();
    }

    /** Whether there is enough left for so many multiplications, which are assumed to go as fast as those before them. */
    boolean affords(double multiplications) {
        return spent + multiplications <= work && !isTooLate(multiplications);
    }

    private boolean isTooLate(double multiplications) {
        double seconds = seconds();
        double expected = spent == 0 ? 0 : seconds * multiplications / spent;
        boolean tooLate = seconds + expected > limitSeconds;
        cut |= tooLate;
        return tooLate;
    }

    /** Whether the clock has refused anything. */
    boolean isCut() {
        return cut;
    }

    /** Takes so many multiplications from it; answers which part of the whole budget they are. */
    double spend(double multiplications) {
        spent += multiplications;
        return multiplications / work;
    }

    /** Seconds since the budget was made. */
    double seconds() {
        return (nanoTime.getAsLong() - startedAtNanos) / NANOS_PER_SECOND;
    }
}
