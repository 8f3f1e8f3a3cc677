package org.segue.web.person;

import io.quarkus.qute.TemplateData;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.segue.web.Formatting;

/**
 * Days of a year in columns of weeks, Monday at the top, darker the more was played.
 *
 * @param width of the drawing, {@value #STEP} for each week
 * @param cells one for each day
 * @param labels of months, where they begin
 * @param months plays by month, for a table
 */
@TemplateData
public record HeatMap(int width, List<Cell> cells, List<Label> labels, List<MonthPlays> months) {

    /** From one day to the next. */
    private static final int STEP = 14;

    private static final int LABEL_HEIGHT = 16;

    /** Shades of a day with plays. */
    private static final int LEVELS = 4;

    /**
     * A day.
     *
     * @param level 0 without plays, 1 to {@value #LEVELS} in proportion to the day of most plays
     * @param date as written
     * @param plays as written
     */
    @TemplateData
    public record Cell(int x, int y, int level, String date, String plays) {}

    /** A month's name and where it stands. */
    @TemplateData
    public record Label(int x, String name) {}

    /** A month and its plays, as written. */
    @TemplateData
    public record MonthPlays(String month, String plays) {}

    /**
     * Of days in a row.
     *
     * @param first the first day
     * @param days plays by day
     * @param language in which days and months are named
     */
    static HeatMap of(LocalDate first, List<Integer> days, Locale language) {
        DateTimeFormatter name =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(language);
        LocalDate monday = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        int most = Math.max(1, days.isEmpty() ? 1 : Collections.max(days));
        List<Cell> cells = new ArrayList<>();
        List<Label> labels = new ArrayList<>();
        SortedMap<YearMonth, Integer> months = new TreeMap<>();
        int weeks = 0;
        for (int k = 0; k < days.size(); k++) {
            LocalDate day = first.plusDays(k);
            int week = Math.toIntExact((day.toEpochDay() - monday.toEpochDay()) / 7);
            int plays = days.get(k);
            cells.add(new Cell(
                    week * STEP,
                    LABEL_HEIGHT + (day.getDayOfWeek().getValue() - 1) * STEP,
                    (LEVELS * plays + most - 1) / most,
                    name.format(day),
                    Formatting.count(plays, language)));
            if (day.getDayOfMonth() == 1) {
                labels.add(new Label(week * STEP, month(day, TextStyle.SHORT_STANDALONE, language)));
            }
            months.merge(YearMonth.from(day), plays, Integer::sum);
            weeks = week + 1;
        }
        List<MonthPlays> table = months.entrySet().stream()
                .map(entry -> new MonthPlays(
                        month(entry.getKey().atDay(1), TextStyle.FULL_STANDALONE, language),
                        Formatting.count(entry.getValue(), language)))
                .toList();
        return new HeatMap(weeks * STEP, cells, labels, table);
    }

    private static String month(LocalDate day, TextStyle style, Locale language) {
        return day.getMonth().getDisplayName(style, language);
    }

    /** Height of the drawing. */
    public int height() {
        return LABEL_HEIGHT + 7 * STEP;
    }
}
