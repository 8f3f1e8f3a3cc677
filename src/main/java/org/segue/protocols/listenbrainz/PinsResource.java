package org.segue.protocols.listenbrainz;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Recordings that users have pinned to their profiles: players ask for them, and nobody pins anything here. */
@Path("/1/{user}/pins")
@Tag(name = "ListenBrainz", description = "What players speak; also under /apis/listenbrainz/1")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class PinsResource {

    private final KnownUsers users;

    PinsResource(KnownUsers users) {
        this.users = users;
    }

    /**
     * Pins of a user.
     *
     * @param count how many these are
     * @param offset how many were passed over
     * @param pinnedRecordings none
     * @param totalCount how many there are
     * @param userName whose they would be
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Pins(int count, int offset, List<Object> pinnedRecordings, int totalCount, String userName) {}

    /**
     * The pin of a user.
     *
     * @param pinnedRecording none
     * @param userName whose it would be
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Pin(@Nullable Object pinnedRecording, String userName) {}

    /** Pins. */
    @GET
    @Operation(summary = "List a user's pins", description = "Segue has none: the list is empty.")
    @APIResponse(responseCode = "200", description = "An empty list")
    @APIResponse(responseCode = "400", description = "A parameter is out of range")
    @APIResponse(responseCode = "404", description = "There is no such user")
    @APIResponse(responseCode = "409", description = "Several people are called so; the answer names them")
    public Pins pins(
            @Parameter(example = "amara-olander") @RestPath String user,
            @RestQuery @DefaultValue("25") @Min(0) int count,
            @RestQuery @DefaultValue("0") @Min(0) int offset) {
        return new Pins(0, offset, List.of(), 0, users.nameOf(users.named(user)));
    }

    /** Pins of others. */
    @GET
    @Path("following")
    @Operation(summary = "List the pins of whom a user follows", description = "Segue has none: the list is empty.")
    @APIResponse(responseCode = "200", description = "An empty list")
    @APIResponse(responseCode = "400", description = "A parameter is out of range")
    @APIResponse(responseCode = "404", description = "There is no such user")
    @APIResponse(responseCode = "409", description = "Several people are called so; the answer names them")
    public Pins following(
            @Parameter(example = "amara-olander") @RestPath String user,
            @RestQuery @DefaultValue("25") @Min(0) int count,
            @RestQuery @DefaultValue("0") @Min(0) int offset) {
        return pins(user, count, offset);
    }

    /** The pin of now. */
    @GET
    @Path("current")
    @Operation(summary = "Tell what a user has pinned now", description = "Segue has no pins: it is null.")
    @APIResponse(responseCode = "200", description = "Nothing")
    @APIResponse(responseCode = "404", description = "There is no such user")
    @APIResponse(responseCode = "409", description = "Several people are called so; the answer names them")
    public Pin current(@Parameter(example = "amara-olander") @RestPath String user) {
        return new Pin(null, users.nameOf(users.named(user)));
    }
}
