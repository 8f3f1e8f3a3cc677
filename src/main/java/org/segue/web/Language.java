package org.segue.web;

import io.quarkus.qute.i18n.Localized;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * In which language a page speaks: that which its reader's browser names first, if there is a file {@code
 * messages/words_LANGUAGE.properties}; else English. Templates go by the same. To be asked for where a request is taken up.
 */
@Singleton
public class Language {

    private final Map<String, Words> translations = new HashMap<>();
    private final Words english;
    private final HttpServerRequest request;

    /** @param request stands for the request at hand */
    Language(@Any Instance<Words> translations, Words english, HttpServerRequest request) {
        for (Instance.Handle<Words> translation : translations.handles()) {
            translation.getBean().getQualifiers().stream()
                    .filter(Localized.class::isInstance)
                    .map(qualifier -> ((Localized) qualifier).value())
                    .forEach(language -> this.translations.put(language, translation.get()));
        }
        this.english = english;
        this.request = request;
    }

    /** The words of the request at hand. */
    public Words words() {
        Locale wanted = first(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        Words general = translations.getOrDefault(wanted.getLanguage(), english);
        return translations.getOrDefault(wanted.toLanguageTag(), general);
    }

    static Locale first(@Nullable String accepted) {
        try {
            List<LanguageRange> ranges = LanguageRange.parse(accepted == null ? "" : accepted);
            Locale first = Locale.forLanguageTag(ranges.get(0).getRange());
            return first.getLanguage().isEmpty() ? Locale.ENGLISH : first;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Locale.ENGLISH;
        }
    }
}
