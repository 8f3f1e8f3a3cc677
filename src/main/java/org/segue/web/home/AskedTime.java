package org.segue.web.home;

import io.quarkus.qute.TemplateData;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segue.ranking.When;
import org.segue.web.FieldText;

/**
 * Which plays of the listeners a question goes by.
 *
 * @param typed {@code now}, {@code lately} or {@code always} as {@code POST /recommend} has them, empty if the model decides;
 *     anything else as it was sent
 * @param halfLife the time after which a play counts half, in the place of these, as {@code POST /recommend} has it; empty if none is asked for;
 *     anything else as it was sent
 * @param hasListeners false for songs alone, which nobody has played
 */
@TemplateData
public record AskedTime(String typed, String halfLife, boolean hasListeners) {

    private static final Map<String, When> CHOICES =
            Map.of("", When.BY_MODEL, "now", When.NOW, "lately", When.LATELY, "always", When.ALWAYS);

    private static final Set<String> LISTED_HALF_LIVES = Set.of("PT1H", "PT6H", "P1D", "P7D", "P30D", "P365D");

    /** The model decides. */
    static final AskedTime BY_MODEL = new AskedTime("", "", true);

    /** Reads what was sent; a choice that is none is kept, so that the page can name it. */
    static AskedTime of(@Nullable String when, @Nullable String halfLife, boolean hasListeners) {
        AskedTime asked = new AskedTime(stripped(when), stripped(halfLife), hasListeners);
        return hasListeners || asked.isOddChoice() || asked.isOddHalfLife() ? asked : new AskedTime("", "", false);
    }

    private static String stripped(@Nullable String sent) {
        return sent == null ? "" : sent.strip();
    }

    /** Whether the page has something to say of it. */
    public boolean isOdd() {
        return isOddChoice() || isOddHalfLife() || isBoth();
    }

    /** Whether it is none of the choices. */
    public boolean isOddChoice() {
        return !CHOICES.containsKey(typed);
    }

    /** Whether the half-life is none. */
    public boolean isOddHalfLife() {
        return !halfLife.isEmpty() && When.ofHalfLife(halfLife).isEmpty();
    }

    /** Whether one of the choices is asked for and a half-life too. */
    public boolean isBoth() {
        return !typed.isEmpty() && !halfLife.isEmpty();
    }

    /** Whether the half-life is one that the page does not list. */
    public boolean isOtherHalfLife() {
        return !halfLife.isEmpty() && !LISTED_HALF_LIVES.contains(halfLife);
    }

    /** Whether the page offers the choices. */
    public boolean isOffered() {
        return hasListeners || isOdd();
    }

    /** What stands for it in an address; empty if the model decides. */
    String addressed() {
        return (typed.isEmpty() ? "" : "&when=" + FieldText.encoded(typed))
                + (halfLife.isEmpty() ? "" : "&halfLife=" + FieldText.encoded(halfLife));
    }

    /** For the query. Only for one that is not odd. */
    When when() {
        return When.ofHalfLife(halfLife).orElse(CHOICES.getOrDefault(typed, When.BY_MODEL));
    }
}
