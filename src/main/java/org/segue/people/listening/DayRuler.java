package org.segue.people.listening;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Tells on which day a time is, in a zone. Cheap for times in their order: what a day begins and ends with is kept. Belongs to one
 * thread.
 */
final class DayRuler {

    private final ZoneId zone;
    private long from = Long.MAX_VALUE;
    private long to = Long.MIN_VALUE;
    private long day;

    DayRuler(ZoneId zone) {
        this.zone = zone;
    }

    /** Days since 1970-01-01. */
    long dayOf(long epochSecond) {
        if (epochSecond < from || epochSecond >= to) {
            LocalDate date = Instant.ofEpochSecond(epochSecond).atZone(zone).toLocalDate();
            from = begin(date);
            to = begin(date.plusDays(1));
            day = date.toEpochDay();
        }
        return day;
    }

    /** When a day begins, epoch seconds. */
    long begin(LocalDate date) {
        return date.atStartOfDay(zone).toEpochSecond();
    }
}
