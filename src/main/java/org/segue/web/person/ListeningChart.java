package org.segue.web.person;

import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.segue.web.Formatting;

/**
 * A person's listens by day, by month, or by year if there are too many months to tell apart.
 *
 * @param bars one for each day, month or year from the first to the last, those without listens included; none without listens
 * @param most listens of a bar
 * @param mostIn when that was
 */
@TemplateData
public record ListeningChart(List<Bar> bars, String most, String mostIn) {

    /** No bars. */
    static final ListeningChart NONE = new ListeningChart(List.of(), "", "");

    private static final int MAX_MONTHS = 60;

    /** Height of the longest bar. */
    private static final int HEIGHT = 100;

    /** Copies the list. */
    public ListeningChart {
        bars = List.copyOf(bars);
    }

    /**
     * A day, a month or a year.
     *
     * @param when as {@code 2026-11-24}, {@code 2026-11} or {@code 2026}
     * @param listens as written
     * @param top where it begins, from 0 (the most) to 100 (none)
     * @param height at least 1 where there are listens
     */
    @TemplateData
    public record Bar(String when, String listens, int top, int height) {
        private static Bar of(String when, int listens, int most, Locale language) {
            int height = listens == 0 ? 0 : Math.max(1, Math.round((float) HEIGHT * listens / most));
            return new Bar(when, Formatting.count(listens, language), HEIGHT - height, height);
        }
    }

    /** Of listens by day, a bar each; numbers as a language writes them. */
    static ListeningChart byDay(SortedMap<LocalDate, Integer> days, Locale language) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        days.forEach((day, listens) -> counts.put(day.toString(), listens));
        return drawn(counts, language);
    }

    /** Of listens by day, put together by month or year; numbers as a language writes them. */
    static ListeningChart byMonth(SortedMap<LocalDate, Integer> days, Locale language) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        if (!days.isEmpty()) {
            boolean years =
                    YearMonth.from(days.firstKey()).plusMonths(MAX_MONTHS).isBefore(YearMonth.from(days.lastKey()));
            days.forEach((day, listens) -> counts.merge(
                    years ? String.valueOf(day.getYear()) : YearMonth.from(day).toString(), listens, Integer::sum));
        }
        return drawn(counts, language);
    }

    private static ListeningChart drawn(SortedMap<String, Integer> counts, Locale language) {
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
            bars.add(Bar.of(when, counts.getOrDefault(when, 0), most, language));
        }
        return new ListeningChart(bars, Formatting.count(most, language), mostIn);
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
