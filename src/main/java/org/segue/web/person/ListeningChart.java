package org.segue.web.person;

import io.quarkus.qute.TemplateData;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.segue.web.Formatting;

/**
 * A person's listens by month, or by year if there are too many months to tell apart.
 *
 * @param bars one for each month or year from the first to the last, months without listens included; none without listens
 * @param most listens of a bar
 * @param mostIn when that was
 */
@TemplateData
public record ListeningChart(List<Bar> bars, String most, String mostIn) {

    private static final int MAX_MONTHS = 60;

    /** Height of the longest bar. */
    private static final int HEIGHT = 100;

    /** Copies the list. */
    public ListeningChart {
        bars = List.copyOf(bars);
    }

    /**
     * A month or a year.
     *
     * @param when as {@code 2026-11} or {@code 2026}
     * @param listens as written
     * @param top where it begins, from 0 (the most) to 100 (none)
     * @param height at least 1 where there are listens
     */
    @TemplateData
    public record Bar(String when, String listens, int top, int height) {
        private static Bar of(String when, int listens, int most) {
            int height = listens == 0 ? 0 : Math.max(1, Math.round((float) HEIGHT * listens / most));
            return new Bar(when, Formatting.count(listens), HEIGHT - height, height);
        }
    }

    /** Of listens by month. */
    static ListeningChart of(SortedMap<YearMonth, Integer> byMonth) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        if (!byMonth.isEmpty()) {
            boolean years = byMonth.firstKey().plusMonths(MAX_MONTHS).isBefore(byMonth.lastKey());
            for (YearMonth month = byMonth.firstKey(); !month.isAfter(byMonth.lastKey()); month = month.plusMonths(1)) {
                String when = years ? String.valueOf(month.getYear()) : month.toString();
                counts.merge(when, byMonth.getOrDefault(month, 0), Integer::sum);
            }
        }
        return drawn(counts);
    }

    private static ListeningChart drawn(SortedMap<String, Integer> counts) {
        int most = 1;
        String mostIn = "";
        for (String when : counts.keySet()) {
            int listens = counts.getOrDefault(when, 0);
            if (listens >= most) {
                most = listens;
                mostIn = when;
            }
        }
        List<Bar> bars = new ArrayList<>();
        for (String when : counts.keySet()) {
            bars.add(Bar.of(when, counts.getOrDefault(when, 0), most));
        }
        return new ListeningChart(bars, Formatting.count(most), mostIn);
    }

    /** When the first bar was. */
    public String first() {
        return bars.isEmpty() ? "" : bars.get(0).when();
    }

    /** When the last bar was. */
    public String last() {
        return bars.isEmpty() ? "" : bars.get(bars.size() - 1).when();
    }
}
