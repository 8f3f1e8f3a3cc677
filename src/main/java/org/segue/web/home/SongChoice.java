package org.segue.web.home;

import io.quarkus.qute.TemplateData;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.segue.ranking.DiversityReranker;
import org.segue.ranking.Owned;
import org.segue.ranking.RecommendationQuery.Further;
import org.segue.ranking.Untried;

/**
 * How far the answer may stray from the songs that fit best, and which songs may be in it that are left out as a rule.
 *
 * @param adventure from 0, the plain ranking, to 1
 * @param versions whether live versions, remixes and the like of songs heard may be in it
 * @param untried where songs come that nobody has played
 * @param owned what is made of songs that the listeners own
 */
@TemplateData
public record SongChoice(double adventure, boolean versions, Untried untried, Owned owned) {

    /** The songs that fit best, and no others. */
    static final SongChoice NONE = new SongChoice(0, false, Untried.NONE, Owned.ANY);

    private static final Map<String, Untried> PLACES =
            Stream.of(Untried.values()).collect(Collectors.toMap(SongChoice::word, Function.identity()));

    private static final Map<String, Owned> OWNED =
            Stream.of(Owned.values()).collect(Collectors.toMap(SongChoice::word, Function.identity()));

    /** Reads what was sent; what is none of the choices counts as not sent. */
    static SongChoice of(
            @Nullable String adventure, @Nullable String versions, @Nullable String untried, @Nullable String owned) {
        return new SongChoice(
                adventure(adventure),
                "true".equals(versions),
                PLACES.getOrDefault(untried == null ? "" : untried.strip(), Untried.NONE),
                OWNED.getOrDefault(owned == null ? "" : owned.strip(), Owned.ANY));
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

    /** Where songs come that nobody has played, in the word of {@code POST /recommend}. */
    public String place() {
        return word(untried);
    }

    /** What is made of songs that the listeners own, in the word of {@code POST /recommend}. */
    public String ownership() {
        return word(owned);
    }

    /** What stands for it in an address. */
    String addressed() {
        return (adventure > 0 ? "&adventure=" + adventure : "")
                + (versions ? "&versions=true" : "")
                + (untried == Untried.NONE ? "" : "&untried=" + place())
                + (owned == Owned.ANY ? "" : "&owned=" + ownership());
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
