package org.segue.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A sentence that Segue can say, without what it is filled with. Implementations are enums, one a room: a constant is the key by
 * which a page finds the sentence in its reader's language.
 */
public interface Phrase {

    /** The room that says it, as the first part of its key. */
    String room();

    /** The second part of its key; unique in its room. */
    String name();

    /** The sentence in English, as {@link String#format} reads it. */
    String english();

    /** The sentence, filled with texts, numbers and other sentences. */
    default Sentence with(@Nullable Object... arguments) {
        List<Object> filled = new ArrayList<>();
        for (@Nullable Object argument : arguments) {
            if (argument instanceof Number || argument instanceof Sentence) {
                filled.add(argument);
            } else {
                filled.add(String.valueOf(argument));
            }
        }
        return new Sentence(room() + '.' + name(), filled, String.format(Locale.ENGLISH, english(), filled.toArray()));
    }
}
