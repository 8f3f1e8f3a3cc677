package org.segue.web;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Numbers and times as the pages write them; in templates and messages {@code format:}. What is written by a language takes the
 * page's as its last argument: a {@link Locale}, which templates add by themselves; English if there is none.
 */
@TemplateExtension(namespace = "format")
public final class Formatting {

    /** Fewer listeners say too little for a percentage. */
    private static final int MIN_LISTENERS = 5;

    private static final double MEGABYTE = 1_000_000;
    private static final double GIGABYTE = 1_000_000_000;
    private static final int WHOLE_FROM = 10;
    private static final int[] LEVELS = {40, 60, 80};
    private static final int MAX_DECIMALS = 6;

    private Formatting() {}

    private static Locale language(@Nullable Object locale) {
        return locale instanceof Locale known ? known : Locale.ENGLISH;
    }

    /** A count with its thousands apart: {@code 121,000}. */
    public static String count(long count, @TemplateAttribute("locale") @Nullable Object locale) {
        return NumberFormat.getIntegerInstance(language(locale)).format(count);
    }

    /** The same of a smaller count. */
    public static String count(int count, @TemplateAttribute("locale") @Nullable Object locale) {
        return count((long) count, locale);
    }

    /** A score: two decimals below ten, none from there on. */
    public static String score(float score, @TemplateAttribute("locale") @Nullable Object locale) {
        return Math.abs(score) < WHOLE_FROM
                ? String.format(language(locale), "%.2f", score)
                : count(Math.round(score), locale);
    }

    /** A metric or a loss: three decimals. */
    public static String metric(double value, @TemplateAttribute("locale") @Nullable Object locale) {
        return String.format(language(locale), "%.3f", value);
    }

    /** A hyperparameter: two significant digits. */
    public static String setting(double value, @TemplateAttribute("locale") @Nullable Object locale) {
        return String.format(language(locale), "%.2g", value);
    }

    /** How long ago a time was. */
    public static Age age(Instant time) {
        return Age.of(Duration.between(time, Instant.now()));
    }

    /** A day in UTC: {@code 24 Nov 2026}. */
    public static String day(Instant time, @TemplateAttribute("locale") @Nullable Object locale) {
        return day(time.atOffset(ZoneOffset.UTC).toLocalDate(), locale);
    }

    /** A day: {@code 24 Nov 2026}. */
    public static String day(LocalDate day, @TemplateAttribute("locale") @Nullable Object locale) {
        return formatter(language(locale), "").format(day);
    }

    /** A minute in UTC: {@code 24 Nov 2026, 18:05}. */
    public static String minute(Instant time, @TemplateAttribute("locale") @Nullable Object locale) {
        return formatter(language(locale), ", HH:mm").format(time.atOffset(ZoneOffset.UTC));
    }

    // Day before month in both languages: nobody can take one for the other.
    private static DateTimeFormatter formatter(Locale language, String time) {
        String day = language.getLanguage().equals("de") ? "d. MMM uuuu" : "d MMM uuuu";
        return DateTimeFormatter.ofPattern(day + time, language);
    }

    /** Plays or a rating, without a decimal that says nothing. */
    public static String value(double value, @TemplateAttribute("locale") @Nullable Object locale) {
        NumberFormat format = NumberFormat.getInstance(language(locale));
        format.setMaximumFractionDigits(MAX_DECIMALS);
        return format.format(value);
    }

    /** A size: {@code 0.8 GB}, {@code 12 MB}. */
    public static String size(long bytes, @TemplateAttribute("locale") @Nullable Object locale) {
        return bytes >= GIGABYTE / 10
                ? String.format(language(locale), "%.1f GB", bytes / GIGABYTE)
                : String.format(language(locale), "%.0f MB", Math.ceil(bytes / MEGABYTE));
    }

    /** A share in percent, 0 to 100, for bars. */
    public static int percent(double share) {
        return (int) Math.round(100 * Math.max(0, Math.min(1, share)));
    }

    /** Hundredths with their sign: {@code 95%}. */
    public static String percentage(int percent, @TemplateAttribute("locale") @Nullable Object locale) {
        return NumberFormat.getPercentInstance(language(locale)).format(percent / 100.0);
    }

    /**
     * How similar two things are in words of people: 4 for very, 1 for least.
     *
     * @param percent their cosine in percent
     */
    public static int level(int percent) {
        return 1 + (int) IntStream.of(LEVELS).filter(least -> percent >= least).count();
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
