package org.segue.web;

import io.quarkus.qute.i18n.Localized;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/**
 * In which language a page speaks: that which its reader's browser names first, if there is a file {@code
 * messages/words_LANGUAGE.properties}; else English. Templates go by the same. To be asked for where a request is taken up.
 */
@Singleton
public class Language {

    private final Instance<Words> translations;
    private final Words english;
    private final HttpServerRequest request;

    /** @param request stands for the request at hand */
    Language(@Any Instance<Words> translations, Words english, HttpServerRequest request) {
        this.translations = translations;
        this.english = english;
        this.request = request;
    }

    /** The words of the request at hand. */
    Words words() {
        Locale wanted = first(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        Instance<Words> exact = translations.select(Localized.Literal.of(wanted.toLanguageTag()));
        Instance<Words> general = translations.select(Localized.Literal.of(wanted.getLanguage()));
        if (exact.isResolvable()) {
            return exact.get();
        }
        return general.isResolvable() ? general.get() : english;
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
