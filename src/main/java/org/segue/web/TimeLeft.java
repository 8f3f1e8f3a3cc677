package org.segue.web;

import org.jspecify.annotations.Nullable;

/** How long work still takes, as pages say it. */
public final class TimeLeft {

    /** Less is over before anybody has read it. */
    private static final double MIN_SECONDS = 10;

    private static final double SECONDS_PER_MINUTE = 60;

    private TimeLeft() {}

    /**
     * Minutes, rounded up.
     *
     * @param seconds an estimate, null without one
     * @return null where there is nothing to say
     */
    public static @Nullable Long minutes(@Nullable Double seconds) {
        return seconds == null || !Double.isFinite(seconds) || seconds < MIN_SECONDS
                ? null
                : Long.valueOf((long) Math.ceil(seconds / SECONDS_PER_MINUTE));
    }
}
