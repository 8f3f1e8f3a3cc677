package org.segue.imports.formats;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates with the name of a month, as {@code 23 Feb 2016 17:59} and {@code Jan 2 2006, 3:04 pm}. */
final class DateWords {

    private static final String WORD = "(\\p{L}{3,12})\\.?";
    private static final String WEEKDAY = "(?:\\p{L}{2,12}\\.?,? )?";

    private static final Pattern DAY_FIRST = Pattern.compile(
            WEEKDAY + "(\\d{1,2})(?:st|nd|rd|th|\\.)?[ -](?:of |de )?" + WORD + ",?[ -](?:de )?(\\d{4})(?!\\d)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MONTH_FIRST = Pattern.compile(
            WEEKDAY + WORD + "[ -](\\d{1,2})(?:st|nd|rd|th)?,?[ -](\\d{4})(?!\\d)", Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[ -]" + WORD + "[ -](\\d{1,2})(?!\\d)");

    /** As computers and mail programs write it: {@code Tue Nov 14 22:13:20 UTC 2023}. */
    private static final Pattern YEAR_LAST = Pattern.compile(
            "\\p{L}{3} " + WORD + " (\\d{1,2}) (\\d\\d:\\d\\d:\\d\\d(?: (?:UTC|GMT|Z|[+-]\\d{4}))?) (\\d{4})");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** In English, German, French, Spanish, Italian, Portuguese, Dutch and Swedish, without accents. */
    private static final List<List<String>> MONTHS = List.of(
            List.of("january", "januar", "janvier", "enero", "gennaio", "janeiro", "jan"),
            List.of("february", "februar", "fevrier", "febrero", "febbraio", "fevereiro"),
            List.of("march", "marz", "mars", "marzo", "marco", "maart", "maerz", "mrt"),
            List.of("april", "avril", "abril", "aprile"),
            List.of("may", "mai", "mayo", "maggio", "maio", "mei", "maj"),
            List.of("june", "juni", "juin", "junio", "giugno", "junho"),
            List.of("july", "juli", "juillet", "julio", "luglio", "julho"),
            List.of("august", "aout", "agosto", "augustus", "augusti"),
            List.of("september", "septembre", "septiembre", "settembre", "setembro"),
            List.of("october", "oktober", "octobre", "octubre", "ottobre", "outubro"),
            List.of("november", "novembre", "noviembre", "novembro"),
            List.of("december", "dezember", "decembre", "diciembre", "dicembre", "dezembro"));

    private DateWords() {}

    /** Reads a text with single spaces; null if it is no such date. */
    static @Nullable Moment read(String text) {
        Matcher ctime = YEAR_LAST.matcher(text);
        if (ctime.matches()) {
            return DateText.on(day(ctime.group(4), ctime.group(1), ctime.group(2)), ' ' + ctime.group(3));
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.lookingAt()) {
            return DateText.on(
                    day(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1)), text.substring(dayFirst.end()));
        }
        Matcher monthFirst = MONTH_FIRST.matcher(text);
        if (monthFirst.lookingAt()) {
            return DateText.on(
                    day(monthFirst.group(3), monthFirst.group(1), monthFirst.group(2)),
                    text.substring(monthFirst.end()));
        }
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        return yearFirst.lookingAt()
                ? DateText.on(
                        day(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3)),
                        text.substring(yearFirst.end()))
                : null;
    }

    private static @Nullable LocalDate day(String year, String month, String day) {
        int number = month(month);
        return number == 0 ? null : LocalDate.of(Integer.parseInt(year), number, Integer.parseInt(day));
    }

    // What is short for two months is short for neither.
    private static int month(String word) {
        String plain = MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        int found = 0;
        for (int month = 0; month < MONTHS.size(); month++) {
            if (MONTHS.get(month).stream().anyMatch(name -> name.startsWith(plain))) {
                if (found != 0) {
                    return 0;
                }
                found = month + 1;
            }
        }
        return found;
    }
}
