package org.segue.people.listening;

import java.time.LocalDate;

/**
 * Days in a row with at least one play each.
 *
 * @param length number of days, 0 if there was no play
 * @param first the first of them
 */
public record Streak(int length, LocalDate first) {

    /** The longest, of several the first. */
    static Streak longest(int[] playsByDay, LocalDate first) {
        int best = 0;
        int bestFrom = 0;
        int from = 0;
        for (int day = 0; day < playsByDay.length; day++) {
            if (playsByDay[day] == 0) {
                from = day + 1;
            } else if (day + 1 - from > best) {
                best = day + 1 - from;
                bestFrom = from;
            }
        }
        return new Streak(best, first.plusDays(bestFrom));
    }

    /** The last of the days. */
    public LocalDate last() {
        return first.plusDays(Math.max(0, length - 1));
    }
}
