package org.segue.web;

import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The switch at the foot of each page: keeps the language that a reader chose, and goes back to the page. */
@Path("/language")
public class LanguageForm {

    /**
     * Keeps the language.
     *
     * @param language {@code en} or {@code de}; anything else is English
     * @param to where to go then, from the root on
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> choose(
            @RestForm @Nullable String language, @RestForm @Nullable String to, @Context HttpServerRequest http) {
        Locale chosen = Language.chosen(language).orElse(Locale.ENGLISH);
        return RestResponse.ResponseBuilder.<TemplateInstance>create(RestResponse.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "./" + ReturnAddress.of(to))
                .header(HttpHeaders.SET_COOKIE, LanguageCookie.of(chosen, http))
                .build();
    }
}
