package org.segue.listens;

/**
 * When two sources mean the same play of a song by a user: when the spans of time in which it may have begun are less than a
 * slack apart. One source's two plays are never one.
 */
public final class SameListen {

    /**
     * Seconds that the starts of one play may be apart where the length of the song is known: some sources tell when it became
     * a listen, which is after thirty seconds. Nobody begins a song again sooner, unless it is over.
     */
    public static final int WIDEST_SLACK = 30;

    /**
     * The same where the length is unknown: one source rounds what the other cuts off; one reckons the start from the end and
     * the time played.
     */
    public static final int SLACK = 10;

    /** No source is vaguer than this many seconds: those that tell only the minute. */
    public static final int WIDEST_SPREAD = 59;

    private SameListen() {}

    /**
     * The slack of a song.
     *
     * @param lengthMs how long it is, in milliseconds; 0 if that is unknown
     */
    public static int slack(int lengthMs) {
        return lengthMs <= 0 ? SLACK : Math.min(WIDEST_SLACK, Math.max(1, lengthMs / 1000));
    }

    /** Whether two plays of one song by one user are one, each given by its time and the seconds after it. */
    public static boolean is(long oneTime, int oneSpread, long otherTime, int otherSpread, int slack) {
        return oneTime < otherTime + otherSpread + slack && otherTime < oneTime + oneSpread + slack;
    }
}
