package org.segue.web;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The language of a page: the one that its reader's browser names first, else English. A translation is a file {@code
 * messages/BUNDLE_LANGUAGE.properties} for each message bundle; templates choose in the same way.
 */
@Singleton
public class Language {

    private final HttpServerRequest request;

    /** @param request a proxy of the current request */
    Language(HttpServerRequest request) {
        this.request = request;
    }

    /** Messages of a bundle in the language of the current request, in English without a translation. */
    public <T> T messages(Class<T> bundle) {
        Locale wanted = first(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return translation(bundle, wanted.toLanguageTag())
                .or(() -> translation(bundle, wanted.getLanguage()))
                .orElseGet(() -> MessageBundles.get(bundle));
    }

    /** In which language dates and names of months are written: that of the page. */
    public Locale locale() {
        Locale wanted = first(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        boolean isSpoken = translation(CommonMessages.class, wanted.toLanguageTag())
                        .isPresent()
                || translation(CommonMessages.class, wanted.getLanguage()).isPresent();
        return isSpoken ? wanted : Locale.ENGLISH;
    }

    private static <T> Optional<T> translation(Class<T> bundle, String language) {
        InjectableInstance<T> found = Arc.container().select(bundle, Localized.Literal.of(language));
        return found.isResolvable() ? Optional.of(found.get()) : Optional.empty();
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
