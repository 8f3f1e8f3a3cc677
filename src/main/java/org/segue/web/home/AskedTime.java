package org.segue.web.home;

import io.quarkus.qute.TemplateData;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.segue.ranking.When;
import org.segue.web.FieldText;

/**
 * Which plays of the listeners a question goes by.
 *
 * @param typed {@code now}, {@code lately} or {@code always} as {@code POST /recommend} has them, empty if the model decides;
 *     anything else as it was sent
 * @param hasListeners false for songs alone, which nobody has played
 */
@TemplateData
public record AskedTime(String typed, boolean hasListeners) {

    private static final Map<String, When> CHOICES =
            Map.of("", When.BY_MODEL, "now", When.NOW, "lately", When.LATELY, "always", When.ALWAYS);

    /** The model decides. */
    static final AskedTime BY_MODEL = new AskedTime("", true);

    /** Reads what was sent; a choice that is none is kept, so that the page can name it. */
    static AskedTime of(@Nullable String sent, boolean hasListeners) {
        String typed = sent == null ? "" : sent.strip();
        return new AskedTime(hasListeners || !CHOICES.containsKey(typed) ? typed : "", hasListeners);
    }

    /** Whether it is none of the choices. */
    public boolean isOdd() {
        return !CHOICES.containsKey(typed);
    }

    /** Whether the page offers the choices. */
    public boolean isOffered() {
        return hasListeners || isOdd();
    }

    /** What stands for it in an address; empty if the model decides. */
    String addressed() {
        return typed.isEmpty() ? "" : "&when=" + FieldText.encoded(typed);
    }

    /** For the query. Only for one that is not odd. */
    When when() {
        return CHOICES.getOrDefault(typed, When.BY_MODEL);
    }
}
