package org.segue.listens;

/**
 * When two sources mean the same play of a song by a user: when the spans of time in which it may have begun overlap, give
 * or take {@link #SLACK}.
 */
public final class SameListen {

    /**
     * Seconds by which two sources may differ that both tell the second. One rounds what the other cuts off; one reckons the
     * start from the end and the time played. Two plays of one song are further apart: a play counts from thirty seconds on.
     */
    public static final int SLACK = 10;

    /** No source is vaguer than this many seconds: those that tell only the minute. */
    public static final int WIDEST_SPREAD = 59;

    private SameListen() {}

    /** Whether two plays of one song by one user are one, each given by its time and the seconds after it. */
    public static boolean is(long oneTime, int oneSpread, long otherTime, int otherSpread) {
        return oneTime <= otherTime + otherSpread + SLACK && otherTime <= oneTime + oneSpread + SLACK;
    }
}
