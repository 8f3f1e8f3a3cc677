package org.segue.web;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.IllegalFormatException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.segue.text.Sentence;

/** Says what services say in the language of a page; in templates {@code sentence:of(…)}. */
@TemplateExtension(namespace = "sentence")
public final class Sentences {

    private static final String GERMAN = "de";

    private Sentences() {}

    /**
     * A sentence in the language of a template; empty for none.
     *
     * @param locale of the template, null if it has none
     */
    public static String of(@Nullable Sentence sentence, @TemplateAttribute("locale") @Nullable Object locale) {
        return sentence == null ? "" : in(sentence, locale instanceof Locale known ? known : Locale.ENGLISH);
    }

    /** A sentence in a language, in English where there is no translation; so are texts that are the same in every language. */
    public static String in(Sentence sentence, Locale locale) {
        String pattern = sentence.isPlain() ? "" : pattern(sentence.key(), locale);
        if (pattern.isEmpty()) {
            return sentence.text();
        }
        try {
            return String.format(locale, pattern, arguments(sentence, locale));
        } catch (IllegalFormatException e) {
            // A sentence that an older Segue has kept is filled with something else.
            return sentence.text();
        }
    }

    private static Object[] arguments(Sentence sentence, Locale locale) {
        return sentence.with().stream()
                .map(argument -> argument instanceof Sentence part ? in(part, locale) : argument)
                .toArray();
    }

    /** How a phrase is said on pages; empty if as in English, or if there is none of the key any more. */
    static String pattern(String key, Locale locale) {
        int dot = key.indexOf('.');
        String name = key.substring(dot + 1);
        PhraseMessages messages = messages(PhraseMessages.class, locale);
        ImportPhraseMessages imports = messages(ImportPhraseMessages.class, locale);
        return switch (key.substring(0, Math.max(0, dot))) {
            case "access" -> messages.access(name);
            case "backgrounds" -> messages.backgrounds(name);
            case "catalog" -> messages.catalog(name);
            case "imports" -> imports.imports(name);
            case "jobs" -> messages.jobs(name);
            case "library" -> messages.library(name);
            case "mirror" -> messages.mirror(name);
            case "model" -> messages.model(name);
            case "ranking" -> messages.ranking(name);
            case "rows" -> imports.rows(name);
            case "skips" -> imports.skips(name);
            case "training" -> messages.training(name);
            default -> "";
        };
    }

    private static <T> T messages(Class<T> bundle, Locale locale) {
        return locale.getLanguage().equals(GERMAN)
                ? MessageBundles.get(bundle, Localized.Literal.of(GERMAN))
                : MessageBundles.get(bundle);
    }
}
