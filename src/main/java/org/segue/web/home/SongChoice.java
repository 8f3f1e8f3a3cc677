package org.segue.web.home;

import io.quarkus.qute.TemplateData;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.segue.ranking.DiversityReranker;
import org.segue.ranking.Owned;
import org.segue.ranking.RecommendationQuery.Further;
import org.segue.ranking.Untried;
import org.segue.web.FieldText;
import org.segue.web.Formatting;

/**
 * How far the answer may stray from the songs that fit best, and which songs may be in it that are left out as a rule.
 *
 * @param adventure from 0, the plain ranking, to 1
 * @param versions whether live versions, remixes and the like of songs heard may be in it
 * @param untried where songs come that nobody has played
 * @param owned what is made of songs that the listeners own
 * @param rediscover whether songs are wanted that one listener knows, and has not played for long
 * @param perArtist the most songs of one artist, 0 for any number
 */
@TemplateData
public record SongChoice(
        double adventure, boolean versions, Untried untried, Owned owned, boolean rediscover, int perArtist) {

    /** The songs that fit best, and no others. */
    static final SongChoice NONE = new SongChoice(0, false, Untried.NONE, Owned.ANY, false, 0);

    private static final int MAX_LISTED_PER_ARTIST = 3;
    private static final String REDISCOVER = "rediscover";

    private static final Map<String, Untried> PLACES =
            Stream.of(Untried.values()).collect(Collectors.toMap(SongChoice::word, Function.identity()));

    private static final Map<String, Owned> OWNED =
            Stream.of(Owned.values()).collect(Collectors.toMap(SongChoice::word, Function.identity()));

    /**
     * Reads what was sent; what is none of the choices counts as not sent.
     *
     * @param sent what was sent for a name, null if that is nothing
     */
    static SongChoice of(UnaryOperator<@Nullable String> sent) {
        return new SongChoice(
                adventure(sent.apply("adventure")),
                "true".equals(sent.apply("versions")),
                PLACES.getOrDefault(FieldText.typed(sent.apply("untried")), Untried.NONE),
                OWNED.getOrDefault(FieldText.typed(sent.apply("owned")), Owned.ANY),
                REDISCOVER.equals(sent.apply("mode")),
                perArtist(FieldText.typed(sent.apply("maxPerArtist"))));
    }

    private static int perArtist(String sent) {
        return sent.matches("[1-9]\\d{0,2}") ? Math.min(HomeForm.MAX_N, Integer.parseInt(sent)) : 0;
    }

    private static double adventure(@Nullable String sent) {
        try {
            double adventure = Double.parseDouble(sent == null || sent.isBlank() ? "0" : sent.strip());
            return adventure >= 0 && adventure <= 1 ? adventure : 0;
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    /** The adventure in percent. */
    public String adventurePercent() {
        return String.valueOf(Formatting.percent(adventure));
    }

    /** Where songs come that nobody has played, in the word of {@code POST /recommend}. */
    public String place() {
        return word(untried);
    }

    /** What is made of songs that the listeners own, in the word of {@code POST /recommend}. */
    public String ownership() {
        return word(owned);
    }

    /** The same with songs that are new, or with known ones. */
    SongChoice with(boolean wantsKnown) {
        return new SongChoice(adventure, versions, untried, owned, wantsKnown, perArtist);
    }

    /** Whether any of the choices that are asked for seldom is made. */
    public boolean isSpecial() {
        return versions || untried != Untried.NONE;
    }

    /** Whether a number is asked for that the page does not list. */
    public boolean isOtherPerArtist() {
        return perArtist > MAX_LISTED_PER_ARTIST;
    }

    /** What stands for it in an address. */
    String addressed() {
        return (adventure > 0 ? "&adventure=" + adventure : "")
                + (versions ? "&versions=true" : "")
                + (untried == Untried.NONE ? "" : "&untried=" + place())
                + (owned == Owned.ANY ? "" : "&owned=" + ownership())
                + (perArtist == 0 ? "" : "&maxPerArtist=" + perArtist)
                + (rediscover ? "&mode=" + REDISCOVER : "");
    }

    /** For the query. */
    DiversityReranker reranker() {
        return new DiversityReranker(0, adventure);
    }

    /** For the query. */
    Further further() {
        return new Further(versions, untried, owned);
    }
}
