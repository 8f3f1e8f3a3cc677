package org.segue.web.home;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
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
     * @param user public ids or names of the listeners
     * @param n how many songs, ten if missing
     * @param adventure how far from the plain ranking, 0 to 1
     * @param versions true for live versions, remixes and the like of songs heard
     * @param untried where songs come that nobody has played: none, last, mixed or only; none if missing
     * @param owned what is made of songs that the listeners own: only, prefer, any or missing; any if missing
     * @param when which plays of the listeners count: now, lately or always; the model decides if missing
     * @param halfLife in its place, the time after which a play counts half, PT5M to P3650D
     * @param seed public ids of songs to start from
     * @param like title of one more song to start from
     * @param ignore public ids of songs that the answer must not be made from
     * @param accept what the client takes
     * @param uri tells an empty field, which is a mistake, from a page opened without a question
     */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Uni<RestResponse<TemplateInstance>> open(
            @RestQuery List<String> user,
            @RestQuery @Nullable String n,
            @RestQuery @Nullable String adventure,
            @RestQuery @Nullable String versions,
            @RestQuery @Nullable String untried,
            @RestQuery @Nullable String owned,
            @RestQuery @Nullable String when,
            @RestQuery @Nullable String halfLife,
            @RestQuery List<String> seed,
            @RestQuery @Nullable String like,
            @RestQuery List<String> ignore,
            @RestHeader(HttpHeaders.ACCEPT) @Nullable String accept,
            UriInfo uri) {
        Set<String> sent = uri.getQueryParameters().keySet();
        return sent.contains("user") || sent.contains("n") || sent.contains("seed") || sent.contains("like")
                ? home.answer(new HomeQuestion(
                        user,
                        n,
                        SongChoice.of(adventure, versions, untried, owned),
                        when,
                        halfLife,
                        seed,
                        like,
                        ignore))
                : home.blank(isBrowser(accept));
    }

    // Browsers name HTML, programs that see whether the service is there do not.
    private static boolean isBrowser(@Nullable String accept) {
        return accept != null && accept.contains(MediaType.TEXT_HTML);
    }
}
