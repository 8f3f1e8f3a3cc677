package org.segue.web;

import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers and times as the pages write them; in templates and messages {@code format:}. */
@TemplateExtension(namespace = "format")
public final class Formatting {

    /** Fewer listeners say too little for a percentage. */
    private static final int MIN_LISTENERS = 5;

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);
    private static final int WHOLE_FROM = 10;

    private Formatting() {}

    /** A count with its thousands apart: {@code 121,000}. */
    public static String count(long count) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(count);
    }

    /** The same of a smaller count. */
    public static String count(int count) {
        return count((long) count);
    }

    /** A score: two decimals below ten, none from there on. */
    public static String score(float score) {
        return Math.abs(score) < WHOLE_FROM ? String.format(Locale.ENGLISH, "%.2f", score) : count(Math.round(score));
    }

    /** A metric or a loss: four decimals. */
    public static String metric(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    /** A hyperparameter: two significant digits. */
    public static String setting(double value) {
        return String.format(Locale.ROOT, "%.2g", value);
    }

    /** How long ago a time was. */
    public static Age age(Instant time) {
        return Age.of(Duration.between(time, Instant.now()));
    }

    /** A day in UTC: {@code 2026-11-24}. */
    public static String day(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** A minute in UTC: {@code 2026-11-24 18:05}. */
    public static String minute(Instant time) {
        return MINUTE.format(time);
    }

    /** Plays or a rating, without a decimal that says nothing. */
    public static String value(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** A share in percent, 0 to 100. */
    public static int percent(double share) {
        return (int) Math.round(100 * Math.max(0, Math.min(1, share)));
    }

    /**
     * A cosine in percent, 0 to 100.
     *
     * @param listeners how many have the one of the two that fewer have
     * @return null if they are too few for a percentage: what one listener has played together is alike altogether
     */
    public static @Nullable Integer similarity(float cosine, int listeners) {
        return listeners < MIN_LISTENERS ? null : Math.round(100 * Math.max(0, Math.min(1, cosine)));
    }
}
