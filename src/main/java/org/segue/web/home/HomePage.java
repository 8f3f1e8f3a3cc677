package org.segue.web.home;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The home page. A question in its address is answered, so that answers can be shared and bookmarked. */
@Path("/")
public class HomePage {
    private final Home home;

    HomePage(Home home) {
        this.home = home;
    }

    /**
     * The page.
     *
     * @param accept what the client takes
     * @param uri its query is the question, see {@link HomeQuestion#of}
     */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Uni<RestResponse<TemplateInstance>> open(
            @RestHeader(HttpHeaders.ACCEPT) @Nullable String accept, UriInfo uri) {
        MultivaluedMap<String, String> sent = uri.getQueryParameters();
        return HomeQuestion.isIn(sent)
                ? home.answer(HomeQuestion.of(sent), GivenFeedback.of(sent))
                : home.open(isBrowser(accept));
    }

    // Browsers name HTML, programs that see whether the service is there do not.
    private static boolean isBrowser(@Nullable String accept) {
        return accept != null && accept.contains(MediaType.TEXT_HTML);
    }
}
