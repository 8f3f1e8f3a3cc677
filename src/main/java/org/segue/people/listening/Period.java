package org.segue.people.listening;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How much time a report is about. Weeks begin on Monday. */
public enum Period {
    /** Seven days from Monday on. */
    WEEK,
    /** A month of the calendar. */
    MONTH,
    /** A year of the calendar. */
    YEAR,
    /** Everything. */
    ALL;

    /** Its name in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** First day of the one that a day is in; of {@link #ALL} the day itself. */
    public LocalDate first(LocalDate day) {
        return switch (this) {
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
            case ALL -> day;
        };
    }

    /**
     * First day of the one that is some after another.
     *
     * @param first first day of one
     * @param count how many after it, negative for before; of {@link #ALL} there is no other
     */
    public LocalDate plus(LocalDate first, int count) {
        return switch (this) {
            case WEEK -> first.plusWeeks(count);
            case MONTH -> first.plusMonths(count);
            case YEAR -> first.plusYears(count);
            case ALL -> first;
        };
    }
}
