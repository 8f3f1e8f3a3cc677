package org.segue.listens;

import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When a user listened how much.
 *
 * @param months listens of each month (UTC) in which there is any, oldest first
 * @param first start of the first listen, epoch seconds; 0 if there is none
 */
public record MonthlyListens(SortedMap<YearMonth, Integer> months, long first) {

    /** Copies the map. */
    public MonthlyListens {
        months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
    }

    /** How many listens there are in all. */
    public int listens() {
        return months.values().stream().mapToInt(Integer::intValue).sum();
    }
}
