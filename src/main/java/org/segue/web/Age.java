package org.segue.web;

import io.quarkus.qute.TemplateData;
import java.time.Duration;

/**
 * How long ago something was, in the largest unit that still says something.
 *
 * @param count how many of the unit
 * @param unit moment, minute, hour or day
 */
@TemplateData
public record Age(long count, String unit) {

    private static final Duration MINUTES_FROM = Duration.ofMinutes(1);
    private static final Duration HOURS_FROM = Duration.ofHours(1);
    private static final Duration DAYS_FROM = Duration.ofDays(2);

    /** @param passed time since; a negative one (clocks differ) counts as a moment */
    static Age of(Duration passed) {
        if (passed.compareTo(MINUTES_FROM) < 0) {
            return new Age(1, "moment");
        }
        if (passed.compareTo(HOURS_FROM) < 0) {
            return new Age(passed.toMinutes(), "minute");
        }
        return passed.compareTo(DAYS_FROM) < 0 ? new Age(passed.toHours(), "hour") : new Age(passed.toDays(), "day");
    }
}
