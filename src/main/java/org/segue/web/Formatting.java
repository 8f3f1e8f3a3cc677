package org.segue.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Numbers and times as the pages' language says them. */
public final class Formatting {
    private static final Duration MOMENT = Duration.ofMinutes(1);
    private static final Duration HOURS_FROM = Duration.ofHours(1);
    private static final Duration DAYS_FROM = Duration.ofDays(2);

    private Formatting() {}

    /** A count with its thousands apart: {@code 121,000}. */
    public static String count(long count) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(count);
    }

    /** A score: two decimals below ten, none from there on. */
    public static String score(float score) {
        return Math.abs(score) < 10 ? String.format(Locale.ENGLISH, "%.2f", score) : count(Math.round(score));
    }

    /** Plays or a rating, without a decimal that says nothing. */
    public static String value(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** Names one after another: {@code anna, ben and carla}. At least one. */
    public static String all(List<String> names, Words words) {
        int last = names.size() - 1;
        return last == 0
                ? names.get(0)
                : words.bothOf(String.join(words.comma(), names.subList(0, last)), names.get(last));
    }

    /**
     * How long ago, in the largest unit that still tells something.
     *
     * @param age time passed; a negative one (clocks differ) counts as a moment
     */
    public static String ago(Duration age, Words words) {
        if (age.compareTo(MOMENT) < 0) {
            return words.momentAgo();
        }
        if (age.compareTo(HOURS_FROM) < 0) {
            return words.ago(age.toMinutes(), "minute");
        }
        return age.compareTo(DAYS_FROM) < 0 ? words.ago(age.toHours(), "hour") : words.ago(age.toDays(), "day");
    }
}
