package org.segue.api;

import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.catalog.Catalog;
import org.segue.catalog.Names;
import org.segue.catalog.Ref;
import org.segue.catalog.Song;
import org.segue.ranking.Owned;
import org.segue.ranking.Radio;
import org.segue.ranking.Recommendation;
import org.segue.ranking.RecommendationQuery;

/** Songs after a song, without an end. Runs on the event loop: nothing in it blocks. */
@Path("/api/songs/{song}/radio")
@Tag(name = "Songs")
@Produces(MediaType.APPLICATION_JSON)
public class RadioResource {

    private static final int MAX_SONGS = 100;

    private final Radio radio;
    private final Catalog catalog;
    private final Access access;

    RadioResource(Radio radio, Catalog catalog, Access access) {
        this.radio = radio;
        this.catalog = catalog;
        this.access = access;
    }

    /** The next songs. */
    @GET
    @Operation(
            summary = "Play a radio from a song",
            description =
                    "A list without an end: `next` in the answer is the `cursor` of the songs after these. Each song is chosen as if those"
                            + " before it had just been heard; none comes twice, and neither does another version of it. With a user, it"
                            + " is chosen for the user too, and the user's own songs may come. When no song is left the answer says so"
                            + " in `warnings` and has no `next`. Another start makes another list. `POST /recommend` with `continue`"
                            + " makes such a list of several songs, and with filters.")
    @APIResponse(responseCode = "200", description = "The next songs")
    @APIResponse(responseCode = "404", description = "There is no such song")
    @APIResponse(responseCode = "422", description = "n or owned is out of range, or the cursor is none of this song's")
    @APIResponse(
            responseCode = "503",
            description = "There is too much to compute; `Retry-After` says when to ask again")
    public Uni<Recommendation> play(
            @RestPath String song,
            @Parameter(description = "How many songs", example = "20")
                    @RestQuery
                    @DefaultValue("20")
                    @Min(1)
                    @Max(MAX_SONGS)
                    int n,
            @Parameter(description = "The `next` of the answer before; the radio starts without it")
                    @RestQuery
                    @Nullable
                    String cursor,
            @Parameter(description = "Public id of the user whom it is for; for nobody in particular without it")
                    @RestQuery
                    @Nullable
                    String user,
            @Parameter(
                            description = OwnedChoice.PARAMETER,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"only", "prefer", "any", "missing"}))
                    @RestQuery
                    @Nullable
                    String owned) {
        Owned choice = OwnedChoice.of(owned);
        Access.ReadPermission reading = access.reading();
        List<Ref> users = user == null || user.isEmpty() ? List.of() : List.of(Ref.publicId(user));
        return Uni.createFrom()
                .completionStage(catalog.resolve(users, Set.of(Ref.publicId(song)), List.of()))
                .call(names -> reading.require(users.stream().map(Ref::id).toList()))
                .map(names -> query(names, song, users, n, choice))
                .flatMap(query -> cursor == null || cursor.isEmpty()
                        ? radio.start(query)
                        : radio.next(query, place(query, cursor)));
    }

    private static RecommendationQuery query(Names names, String song, List<Ref> users, int n, Owned owned) {
        Song found = names.song(Ref.publicId(song)).found();
        if (found == null) {
            throw Problems.notFound("There is no song %s.".formatted(song));
        }
        return RecommendationQuery.radio(users.stream().map(names::user).toList(), found, n, owned);
    }

    private Radio.Place place(RecommendationQuery query, String cursor) {
        return radio.place(cursor)
                .filter(found -> found.isFrom(query.seeds()))
                .orElseThrow(() -> Problems.outOfRange(
                        "cursor", "query", "cursor must be the next of an answer of this song's radio, as it came."));
    }
}
