package org.segue.web;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segue.text.Sentence;

/**
 * The language of a page: the one that its reader chose, else the one of Segue's that the reader's browser likes best, else
 * English. A translation is an interface beside each message bundle, such as {@link CommonGermanMessages}.
 */
@Singleton
public class Language {

    /** Languages of the pages, English first. The build keeps what Java knows of the same, see {@code quarkus.locales}. */
    static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.GERMAN);

    private final HttpServerRequest request;

    /** @param request a proxy of the current request */
    Language(HttpServerRequest request) {
        this.request = request;
    }

    /** Messages of a bundle in the language of the current request. */
    public <T> T messages(Class<T> bundle) {
        InjectableInstance<T> found = Arc.container().select(bundle, Localized.Literal.of(locale().getLanguage()));
        return found.isResolvable() ? found.get() : MessageBundles.get(bundle);
    }

    /** What a service says in the language of the current request. */
    public String say(Sentence sentence) {
        return Sentences.in(sentence, locale());
    }

    /** The language of the current request's page, for words, numbers and dates. */
    public Locale locale() {
        Cookie chosen = request.getCookie(LanguageCookie.NAME);
        return chosen(chosen == null ? null : chosen.getValue())
                .orElseGet(() -> liked(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    /** The language of ours that a word names, such as {@code de}. */
    static Optional<Locale> chosen(@Nullable String word) {
        return SPOKEN.stream()
                .filter(language -> language.getLanguage().equals(word))
                .findFirst();
    }

    static Locale liked(@Nullable String accepted) {
        try {
            Locale found = Locale.lookup(LanguageRange.parse(accepted == null ? "" : accepted), SPOKEN);
            return Objects.requireNonNullElse(found, Locale.ENGLISH);
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }
}
