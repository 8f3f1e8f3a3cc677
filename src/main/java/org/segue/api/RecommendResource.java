package org.segue.api;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.catalog.Catalog;
import org.segue.catalog.NamedSongRepository;
import org.segue.ranking.Radio;
import org.segue.ranking.Recommendation;
import org.segue.ranking.RecommendationQuery;
import org.segue.ranking.Recommendations;
import org.segue.storage.StorageConfig;

/** Songs out. Runs on the event loop: nothing in it blocks. */
@Path("/recommend")
@Tag(name = "Recommend", description = "What should this person hear next?")
public class RecommendResource {

    private final Recommendations recommendations;
    private final Radio radio;
    private final Catalog catalog;
    private final NamedSongRepository songs;
    private final Access access;
    private final StorageConfig storage;

    RecommendResource(
            Recommendations recommendations,
            Radio radio,
            Catalog catalog,
            NamedSongRepository songs,
            Access access,
            StorageConfig storage) {
        this.storage = storage;
        this.radio = radio;
        this.recommendations = recommendations;
        this.catalog = catalog;
        this.songs = songs;
        this.access = access;
    }

    /** Songs for a user, best first. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Recommend songs",
            description =
                    "The best songs for a user that the user has not heard, each with the user's own songs that speak"
                            + " for it; or songs like the `seeds`, for a user or for nobody in particular; or songs for somebody without an"
                            + " account whose `history` comes along. An unknown user is"
                            + " no error: the answer is then what most people play, and says so in `strategy` and `warnings`."
                            + " Where fewer than two of a user's songs are known to anybody else, a ranking would be a guess:"
                            + " `strategy` is then `not-enough`, `warnings` say what is missing, `items` are unplayed songs by"
                            + " artists whom the user plays and then popular ones (`why` says which), and `rediscover` lists"
                            + " songs that the user has not played for 90 days."
                            + " For `users`, one list for all: each one's scores divided by that of the best song new to them,"
                            + " then half the average and half the least of them, and each reason names in `user` whose song"
                            + " it is."
                            + " With `diversity` or `adventure` songs come in another order than that of their scores. Of"
                            + " several songs that are the same recording one is answered. Who accepts one of the other types"
                            + " instead of JSON gets the songs as a list for players, or as a table.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RecommendRequest.class),
                            examples = {
                                @ExampleObject(name = "A user", value = "{\"user\":\"amara-olander\",\"n\":10}"),
                                @ExampleObject(
                                        name = "A household",
                                        value =
                                                "{\"users\":[\"amara-olander\",{\"source\":\"demo\",\"id\":\"tilda-grimaldo\"}],"
                                                        + "\"n\":10,\"maxPerArtist\":2}"),
                                @ExampleObject(
                                        name = "Seeds alone",
                                        value = "{\"seeds\":[{\"song\":\"some-song\",\"weight\":1.0}],\"n\":20}"),
                                @ExampleObject(
                                        name = "A history that comes along",
                                        value =
                                                "{\"history\":[{\"song\":\"some-song\",\"weight\":3,\"at\":\"2026-11-29T20:15:00Z\"},"
                                                        + "{\"artist\":\"Some artist\",\"title\":\"Another song\"}],\"n\":10}"),
                                @ExampleObject(
                                        name = "A radio from a song",
                                        value = "{\"seeds\":[{\"song\":\"some-song\"}],\"continue\":true}"),
                                @ExampleObject(
                                        name = "Songs as a source names them",
                                        value = "{\"seeds\":[{\"song\":{\"source\":\"demo\",\"id\":\"d1685\"}}],"
                                                + "\"exclude\":{\"songs\":[{\"source\":\"demo\",\"id\":\"d1684\"}]}}"),
                                @ExampleObject(
                                        name = "A user and a seed, varied",
                                        value = "{\"user\":\"amara-olander\",\"seeds\":[{\"song\":\"some-song\"}],"
                                                + "\"maxPerArtist\":2,\"diversity\":0.3,\"adventure\":0.3}"),
                                @ExampleObject(
                                        name = "What was not heard this month",
                                        value =
                                                "{\"user\":\"amara-olander\","
                                                        + "\"exclude\":{\"heardWithinDays\":30,\"influence\":[\"some-song\"]}}"),
                                @ExampleObject(
                                        name = "Rediscover",
                                        value = "{\"user\":\"amara-olander\",\"mode\":\"rediscover\"}")
                            }))
    @APIResponse(
            responseCode = "200",
            description = "Ranked songs",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Recommendation.class)),
                @Content(mediaType = "application/jspf+json", schema = @Schema(type = SchemaType.OBJECT)),
                @Content(mediaType = "application/xspf+xml", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "audio/x-mpegurl", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "400", description = "The body is not the JSON that was expected")
    @APIResponse(responseCode = "409", description = "This is a replica, which knows no listeners")
    @APIResponse(responseCode = "413", description = "The body is too large")
    @APIResponse(responseCode = "415", description = "The body is not JSON")
    @APIResponse(responseCode = "422", description = "A value is out of range")
    @APIResponse(
            responseCode = "503",
            description = "There is too much to compute; `Retry-After` says when to ask again")
    public Uni<Recommendation> recommend(@Valid @Nullable RecommendRequest request) {
        if (request == null) {
            throw Problems.malformed("The body is empty: expected JSON like {\"user\":\"anna\",\"n\":10}.");
        }
        if (storage.replica().enabled() && (request.user() != null || request.users() != null)) {
            throw Problems.conflict("This is a replica: it knows no listeners. Send a history, or seeds.");
        }
        Access.ReadPermission reading = access.reading();
        return Uni.createFrom()
                .completionStage(request.query(catalog, songs))
                .call(query -> reading.require(query.userNames()))
                .flatMap(query -> answer(query, request.continued()));
    }

    private Uni<Recommendation> answer(RecommendationQuery query, @Nullable Continuation continued) {
        if (continued == null) {
            return recommendations.recommend(query);
        }
        String cursor = continued.cursor();
        return cursor == null ? radio.start(query) : radio.next(query, place(query, cursor));
    }

    private Radio.Place place(RecommendationQuery query, String cursor) {
        Radio.Place place = radio.place(cursor)
                .orElseThrow(() -> Problems.outOfRange(
                        "continue", "continue must be true, or the next of the answer before as it came."));
        if (!query.seeds().isEmpty() && !place.isFrom(query.seeds())) {
            throw Problems.outOfRange(
                    "seeds", "seeds must be those that the list began with, or be left out: continue knows them.");
        }
        return place;
    }
}
