package org.segue.web.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.segue.web.person.ListeningChart.Bar;

class ListeningChartTest {

    @Test
    void chart_hasTheMonthsWithoutAListenToo_andItsLongestBarIsTheMost() {
        ListeningChart chart = chart(Map.of(YearMonth.of(2025, 11), 1500, YearMonth.of(2026, 2), 750));

        assertThat(chart.bars())
                .containsExactly(
                        new Bar("2025-11", "1,500", 0, 100),
                        new Bar("2025-12", "0", 100, 0),
                        new Bar("2026-01", "0", 100, 0),
                        new Bar("2026-02", "750", 50, 50));
        assertThat(chart.most()).isEqualTo("1,500");
        assertThat(chart.mostIn()).isEqualTo("2025-11");
    }

    @Test
    void chart_ofManyMonths_isOfYears() {
        ListeningChart chart =
                chart(Map.of(YearMonth.of(2019, 5), 1, YearMonth.of(2026, 1), 200, YearMonth.of(2026, 2), 300));

        assertThat(chart.bars())
                .extracting(Bar::when)
                .hasSize(8)
                .startsWith("2019")
                .endsWith("2026");
        assertThat(chart.first()).isEqualTo("2019");
        assertThat(chart.bars().get(0)).as("one listen can be seen").isEqualTo(new Bar("2019", "1", 99, 1));
        assertThat(chart.most()).isEqualTo("500");
    }

    @Test
    void chart_withoutListens_hasNoBars() {
        assertThat(chart(Map.of()).bars()).isEmpty();
    }

    @Test
    void chart_ofDays_hasABarForEach() {
        TreeMap<LocalDate, Integer> days = new TreeMap<>();
        days.put(LocalDate.of(2026, 2, 28), 3);
        days.put(LocalDate.of(2026, 3, 1), 0);

        assertThat(ListeningChart.byDay(days, Locale.ENGLISH).bars())
                .containsExactly(new Bar("2026-02-28", "3", 0, 100), new Bar("2026-03-01", "0", 100, 0));
    }

    // From the first of the first month to the last of the last, a day without listens too.
    private static ListeningChart chart(Map<YearMonth, Integer> byMonth) {
        TreeMap<LocalDate, Integer> days = new TreeMap<>();
        if (!byMonth.isEmpty()) {
            TreeMap<YearMonth, Integer> sorted = new TreeMap<>(byMonth);
            sorted.firstKey()
                    .atDay(1)
                    .datesUntil(sorted.lastKey().plusMonths(1).atDay(1))
                    .forEach(day ->
                            days.put(day, day.getDayOfMonth() == 1 ? byMonth.getOrDefault(YearMonth.from(day), 0) : 0));
        }
        return ListeningChart.byMonth(days, Locale.ENGLISH);
    }
}
