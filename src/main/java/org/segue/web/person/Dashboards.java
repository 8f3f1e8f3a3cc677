package org.segue.web.person;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.segue.listens.PlayLog;
import org.segue.people.listening.ListeningReport;
import org.segue.people.listening.ListeningReports;
import org.segue.people.listening.Period;
import org.segue.web.Language;
import org.segue.web.person.Dashboard.Span;

/** Makes dashboards for people's pages. Blocks. */
@Singleton
class Dashboards {

    private final ListeningReports reports;
    private final Language language;
    private final Clock clock;

    Dashboards(ListeningReports reports, Language language, Clock clock) {
        this.reports = reports;
        this.language = language;
        this.clock = clock;
    }

    /**
     * The dashboard of a period.
     *
     * @param period its word; anything else is all of the time
     * @param day any day of it, as {@code 2026-11-24}; anything else is today
     * @param log what the person has played, not empty
     */
    Dashboard of(PlayLog log, @Nullable String period, @Nullable String day) {
        Period wanted = period(period);
        ListeningReport report = reports.of(log, wanted, day(day));
        LocalDate since =
                Instant.ofEpochSecond(log.times()[0]).atZone(clock.getZone()).toLocalDate();
        boolean byHeat = wanted == Period.YEAR;
        return new Dashboard(
                span(report, since),
                report,
                change(report.totals()),
                byHeat ? HeatMap.of(report.first(), report.days(), language.locale()) : null,
                byHeat ? ListeningChart.NONE : chart(report));
    }

    private static Period period(@Nullable String word) {
        for (Period period : Period.values()) {
            if (period.word().equals(word)) {
                return period;
            }
        }
        return Period.ALL;
    }

    private LocalDate day(@Nullable String typed) {
        try {
            return typed == null ? LocalDate.now(clock) : LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            return LocalDate.now(clock);
        }
    }

    private Span span(ListeningReport report, LocalDate since) {
        LocalDate next = report.period().plus(report.first(), 1);
        boolean isAll = report.period() == Period.ALL;
        boolean hasEarlier = !isAll && since.isBefore(report.first());
        boolean hasLater = !isAll && !next.isAfter(LocalDate.now(clock));
        return new Span(
                report.period(),
                title(report),
                hasEarlier ? report.first().minusDays(1).toString() : null,
                hasLater ? next.toString() : null);
    }

    private String title(ListeningReport report) {
        LocalDate first = report.first();
        Locale locale = language.locale();
        return switch (report.period()) {
            case WEEK -> day(first, locale) + " – " + day(first.plusDays(6), locale);
            case MONTH -> DateTimeFormatter.ofPattern("LLLL uuuu", locale).format(first);
            case YEAR -> String.valueOf(first.getYear());
            case ALL -> "";
        };
    }

    private static String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    private static String change(ListeningReport.Totals totals) {
        return totals.playsBefore() == 0
                ? ""
                : String.format(Locale.ROOT, "%+d%%", Math.round(100.0 * totals.plays() / totals.playsBefore()) - 100);
    }

    private ListeningChart chart(ListeningReport report) {
        SortedMap<LocalDate, Integer> days = new TreeMap<>();
        List<Integer> plays = report.days();
        for (int k = 0; k < plays.size(); k++) {
            days.put(report.first().plusDays(k), plays.get(k));
        }
        return report.period() == Period.ALL
                ? ListeningChart.byMonth(days, language.locale())
                : ListeningChart.byDay(days, language.locale());
    }
}
