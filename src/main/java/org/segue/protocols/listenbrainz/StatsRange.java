package org.segue.protocols.listenbrainz;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Times for which the protocol has statistics, in days of UTC: one that has begun, or the last one of a length that is over. */
enum StatsRange {
    THIS_WEEK("this_week", Period.ofWeeks(1), Step.DAY, false),
    THIS_MONTH("this_month", Period.ofMonths(1), Step.DAY, false),
    THIS_YEAR("this_year", Period.ofYears(1), Step.MONTH, false),
    WEEK("week", Period.ofWeeks(1), Step.DAY, true),
    MONTH("month", Period.ofMonths(1), Step.DAY, true),
    QUARTER("quarter", Period.ofMonths(3), Step.DAY, true),
    HALF_YEARLY("half_yearly", Period.ofMonths(6), Step.MONTH, true),
    YEAR("year", Period.ofYears(1), Step.MONTH, true),
    ALL_TIME("all_time", Period.ZERO, Step.YEAR, false);

    /** What listens are counted by. */
    enum Step {
        DAY("EEEE d MMMM yyyy", Period.ofDays(1)),
        MONTH("MMMM yyyy", Period.ofMonths(1)),
        YEAR("yyyy", Period.ofYears(1));

        private final String pattern;
        private final Period length;

        Step(String pattern, Period length) {
            this.pattern = pattern;
            this.length = length;
        }

        /** How its name is written, for a formatter of dates. */
        String pattern() {
            return pattern;
        }

        Period length() {
            return length;
        }
    }

    /** There are no listens before. */
    private static final LocalDate EVER = LocalDate.of(2002, 1, 1);

    private static final int MONTHS = 12;

    private final String word;
    private final Period length;
    private final Step step;
    private final boolean isOver;

    StatsRange(String word, Period length, Step step, boolean isOver) {
        this.word = word;
        this.length = length;
        this.step = step;
        this.isOver = isOver;
    }

    /** The range of a word; nothing if it is none. */
    static Optional<StatsRange> of(String word) {
        return Arrays.stream(values())
                .filter(range -> range.word.equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(StatsRange::word).collect(Collectors.joining(", "));
    }

    String word() {
        return word;
    }

    Step step() {
        return step;
    }

    /** Its first day. */
    LocalDate first(LocalDate today) {
        if (this == ALL_TIME) {
            return EVER;
        }
        LocalDate current = current(today);
        return isOver ? current.minus(length) : current;
    }

    /** The first day that is behind it. */
    LocalDate end(LocalDate today) {
        return isOver ? current(today) : today.plusDays(1);
    }

    /** The first day of the range before it, which it is compared with. */
    LocalDate firstBefore(LocalDate today) {
        return first(today).minus(length);
    }

    private LocalDate current(LocalDate today) {
        if (this == THIS_WEEK || this == WEEK) {
            return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }
        int months = (int) length.toTotalMonths();
        int month = (today.getMonthValue() - 1) / Math.min(months, MONTHS) * months + 1;
        return LocalDate.of(today.getYear(), month, 1);
    }
}
