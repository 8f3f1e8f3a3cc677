package org.segue.web;

import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Locale;
import org.segue.access.OwnAddress;

/** The cookie that keeps which language a reader chose. */
final class LanguageCookie {

    static final String NAME = "segue-language";

    private static final Duration KEPT = Duration.ofDays(400);

    private LanguageCookie() {}

    /** The value of a {@code Set-Cookie} header for a language. */
    static String of(Locale language, HttpServerRequest request) {
        return "%s=%s; Path=%s; Max-Age=%d; HttpOnly; SameSite=Lax"
                .formatted(NAME, language.getLanguage(), OwnAddress.root(request), KEPT.toSeconds());
    }
}
