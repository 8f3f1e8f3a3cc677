package org.segue.api;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Catalog;
import org.segue.catalog.User;
import org.segue.ranking.Recommendation;
import org.segue.ranking.RecommendationService;

/** Songs out. Runs on the event loop: nothing in it blocks. */
@Path("/recommend")
@Tag(name = "Recommend", description = "What should this person hear next?")
public class RecommendResource {

    private final RecommendationService recommendations;
    private final Catalog catalog;

    RecommendResource(RecommendationService recommendations, Catalog catalog) {
        this.recommendations = recommendations;
        this.catalog = catalog;
    }

    /** Songs for a user, best first. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Recommend songs",
            description =
                    "The best songs for a user that the user has not heard, each with the user's own songs that speak"
                            + " for it. An unknown user is no error: the answer is then what most people play, and says so in"
                            + " `strategy` and `warnings`.")
    @APIResponse(responseCode = "200", description = "Ranked songs")
    @APIResponse(responseCode = "400", description = "The body is not the JSON that was expected")
    @APIResponse(responseCode = "413", description = "The body is too large")
    @APIResponse(responseCode = "415", description = "The body is not JSON")
    @APIResponse(responseCode = "422", description = "A value is out of range")
    public Uni<Recommendation> recommend(@Valid @Nullable RecommendRequest request) {
        if (request == null) {
            throw Problems.malformed("The body is empty: expected JSON like {\"user\":\"anna\",\"n\":10}.");
        }
        return publicId(request).flatMap(user -> recommendations.recommend(request.query(user)));
    }

    private Uni<String> publicId(RecommendRequest request) {
        UserRef user = request.user();
        if (user == null) {
            throw Problems.outOfRange("user", "user must be given: a public id like \"anna\".");
        }
        if (user.source() == null) {
            return Uni.createFrom().item(user.id());
        }
        return Uni.createFrom()
                .completionStage(catalog.user(user.source(), user.id()))
                .map(known -> known.map(User::publicId).orElse(user.source() + ":" + user.id()));
    }
}
