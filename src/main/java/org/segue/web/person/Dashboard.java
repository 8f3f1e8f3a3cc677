package org.segue.web.person;

import io.quarkus.qute.TemplateData;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.people.listening.ListeningReport;
import org.segue.people.listening.Period;

/**
 * A person's listening in a period, as the page shows it.
 *
 * @param span which days it is about
 * @param report what was played in them
 * @param change plays in percent of those of the period before, as far as this one has come: {@code +12%}; empty where there is
 *     nothing to compare with
 * @param heat days of a year; null for other periods
 * @param chart days, months or years as bars; without bars for a year
 */
@TemplateData
public record Dashboard(
        Span span,
        ListeningReport report,
        String change,
        @Nullable HeatMap heat,
        ListeningChart chart) {

    /**
     * Which days it is about, and the way to others.
     *
     * @param period how much time
     * @param title the days in words, empty for all of the time
     * @param earlier a day of the period before; null if nothing was played before this one
     * @param later a day of the next period; null if that has not begun
     */
    @TemplateData
    public record Span(
            Period period,
            String title,
            @Nullable String earlier,
            @Nullable String later) {

        /** Every period there is. */
        public List<Period> periods() {
            return List.of(Period.values());
        }
    }
}
