package org.segue.people.listening;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.segue.listens.PlayLog;
import org.segue.listens.PlayLogRepository;
import org.segue.people.listening.ListeningReport.Totals;

/** Makes reports of what people have listened to, by the household's clock. Its methods block: O(plays of the user). */
@Singleton
public class ListeningReports {

    private static final int TOP = 10;

    private final PlayLogRepository logs;
    private final Shelves shelves;
    private final Clock clock;

    ListeningReports(PlayLogRepository logs, Shelves shelves, Clock clock) {
        this.logs = logs;
        this.shelves = shelves;
        this.clock = clock;
    }

    /** All dated plays of a user, by database key: what reports are made of. */
    public PlayLog log(int userId) {
        return logs.of(userId);
    }

    /**
     * A report.
     *
     * @param day any day of the period; what is after today is not part of it
     */
    public ListeningReport of(PlayLog log, Period period, LocalDate day) {
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        LocalDate first = period == Period.ALL ? firstDay(log, tomorrow) : period.first(day);
        LocalDate end = period == Period.ALL ? tomorrow : earlier(period.plus(first, 1), tomorrow);
        return of(log, period, first, end.isBefore(first) ? first : end);
    }

    private LocalDate firstDay(PlayLog log, LocalDate tomorrow) {
        LocalDate today = tomorrow.minusDays(1);
        return log.size() == 0
                ? today
                : earlier(
                        Instant.ofEpochSecond(log.times()[0])
                                .atZone(clock.getZone())
                                .toLocalDate(),
                        today);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private ListeningReport of(PlayLog log, Period period, LocalDate first, LocalDate end) {
        PlayCounts counts = PlayCounts.of(log, first, end, clock.getZone());
        Shelf shelf = shelves.of(counts);
        Totals totals = new Totals(
                counts.plays(),
                playsBefore(log, period, first, end),
                shelf.artists(),
                shelf.newArtists(),
                counts.songs().length,
                counts.discoveries(),
                percent(counts.discoveryPlays(), counts.plays()),
                shelf.minutes());
        return new ListeningReport(
                period,
                first,
                end,
                totals,
                shelves.top(shelf, TOP),
                Arrays.stream(counts.days()).boxed().toList());
    }

    private int playsBefore(PlayLog log, Period period, LocalDate first, LocalDate end) {
        if (period == Period.ALL) {
            return 0;
        }
        LocalDate before = period.plus(first, -1);
        LocalDate stop = earlier(before.plusDays(end.toEpochDay() - first.toEpochDay()), first);
        return PlayCounts.of(log, before, stop, clock.getZone()).plays();
    }

    static int percent(int part, int whole) {
        return whole == 0 ? 0 : Math.round(100f * part / whole);
    }
}
