package org.segue.web.home;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The form side of {@code /recommend}: the home page with an answer. The JSON side is another class with the same path, so
 * that the content type decides between the two.
 */
@Path("/recommend")
public class RecommendPage {
    private final Home home;

    RecommendPage(Home home) {
        this.home = home;
    }

    /**
     * The page with an answer.
     *
     * @param sent the question, see {@link HomeQuestion#of}; no listener, and no seed, is a mistake that the page names
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Uni<RestResponse<TemplateInstance>> ask(MultivaluedMap<String, String> sent) {
        return home.answer(HomeQuestion.of(sent), null);
    }
}
