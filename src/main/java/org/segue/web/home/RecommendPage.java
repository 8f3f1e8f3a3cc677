package org.segue.web.home;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

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
     * @param user public ids or names of the listeners; none, and no seed, is a mistake that the page names
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
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Uni<RestResponse<TemplateInstance>> ask(
            @RestForm List<String> user,
            @RestForm @Nullable String n,
            @RestForm @Nullable String adventure,
            @RestForm @Nullable String versions,
            @RestForm @Nullable String untried,
            @RestForm @Nullable String owned,
            @RestForm @Nullable String when,
            @RestForm @Nullable String halfLife,
            @RestForm List<String> seed,
            @RestForm @Nullable String like,
            @RestForm List<String> ignore) {
        return home.answer(new HomeQuestion(
                user, n, SongChoice.of(adventure, versions, untried, owned), when, halfLife, seed, like, ignore));
    }
}
