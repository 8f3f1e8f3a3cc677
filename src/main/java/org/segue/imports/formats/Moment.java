package org.segue.imports.formats;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/**
 * When something was, as a text says it.
 *
 * @param seconds since 1970, of the clock that the text shows
 * @param offset seconds by which that clock is ahead of UTC, {@link #LOCAL} if the text does not say
 * @param isToTheMinute whether the text has a time, but no seconds
 */
record Moment(long seconds, int offset, boolean isToTheMinute) {

    /** In place of an offset: the clock is that of a place which the text does not name. */
    static final int LOCAL = Integer.MIN_VALUE;

    /** A moment that the text tells to the second, in UTC. */
    static Moment exact(long seconds) {
        return new Moment(seconds, 0, false);
    }

    /** Whether it takes a zone to know when it was. */
    boolean isLocal() {
        return offset == LOCAL;
    }

    /** Seconds since 1970 in UTC, where clocks without an offset are those of a zone. */
    long epochSeconds(ZoneId zone) {
        if (!isLocal()) {
            return seconds - offset;
        }
        ZoneRules rules = zone.getRules();
        if (rules.isFixedOffset()) {
            return seconds - rules.getOffset(java.time.Instant.EPOCH).getTotalSeconds();
        }
        return LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC)
                .atZone(zone)
                .toEpochSecond();
    }
}
