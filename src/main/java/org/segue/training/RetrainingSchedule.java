package org.segue.training;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** When Segue trains by itself, given that something has changed since the last training. */
public enum RetrainingSchedule {
    /** Never. */
    OFF {
        @Override
        boolean isDue(ZonedDateTime last, ZonedDateTime now) {
            return false;
        }
    },
    /** An hour after the last training. */
    HOURLY {
        @Override
        boolean isDue(ZonedDateTime last, ZonedDateTime now) {
            return !now.isBefore(last.plusHours(1));
        }
    },
    /** At three in the morning by the clock of the machine, when nobody waits for the processors. */
    NIGHTLY {
        @Override
        boolean isDue(ZonedDateTime last, ZonedDateTime now) {
            ZonedDateTime sameDay = last.truncatedTo(ChronoUnit.DAYS).with(THREE);
            ZonedDateTime next = last.isBefore(sameDay) ? sameDay : sameDay.plusDays(1);
            return !now.isBefore(next);
        }
    };

    private static final LocalTime THREE = LocalTime.of(3, 0);

    /**
     * Whether it is time.
     *
     * @param last when the last training was asked for
     * @param now the time, in the zone whose nights count
     */
    abstract boolean isDue(ZonedDateTime last, ZonedDateTime now);
}
