package org.segue.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Renders every page, parts and pictures too, in the reader's language, and keeps caches from mixing languages. */
public class PageLanguage {

    private static final String DEPENDS_ON = HttpHeaders.ACCEPT_LANGUAGE + ", " + HttpHeaders.COOKIE;

    private final Language language;

    PageLanguage(Language language) {
        this.language = language;
    }

    /** Sets the language. */
    @ServerResponseFilter(priority = Priorities.USER + 1) // before the one that renders templates
    public void speak(ContainerResponseContext response) {
        if (response.getEntity() instanceof TemplateInstance page) {
            Locale locale = language.locale();
            page.setLocale(locale);
            response.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag());
            response.getHeaders().add(HttpHeaders.VARY, DEPENDS_ON);
        }
    }
}
