package org.segue.protocols.listenbrainz;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.segue.access.OwnAddress;
import org.segue.catalog.User;
import org.segue.playlists.Jspf;
import org.segue.playlists.Playlist;
import org.segue.playlists.PlaylistService;

/** Lists of a user: those that were made, which players look through for those that they import, and those that the user keeps. */
@Path("/1/user/{user}/playlists")
@Tag(name = "ListenBrainz", description = "What players speak; also under /apis/listenbrainz/1")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class UserPlaylistsResource {

    private final KnownUsers users;
    private final PlaylistService playlists;

    UserPlaylistsResource(KnownUsers users, PlaylistService playlists) {
        this.users = users;
        this.playlists = playlists;
    }

    /**
     * A part of the lists.
     *
     * @param playlists these, without their tracks
     * @param playlistCount how many there are
     * @param offset how many were passed over
     * @param count how many were asked for
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Playlists(List<Map<String, Object>> playlists, int playlistCount, int offset, int count) {}

    /** Lists for a user. */
    @GET
    @Path("createdfor")
    @Operation(
            summary = "List what was made for a user",
            description =
                    "Newest first, without tracks: `daily-jams`, `weekly-jams`, `weekly-exploration` and"
                            + " `rediscover` by their `source_patch`. Those of today and of this week are made now, if they are not there yet.")
    @APIResponse(responseCode = "200", description = "A part of them")
    @APIResponse(responseCode = "400", description = "A parameter is out of range")
    @APIResponse(responseCode = "404", description = "There is no such user")
    @APIResponse(responseCode = "409", description = "Several people are called so; the answer names them")
    public Playlists of(
            @Parameter(example = "amara-olander") @RestPath String user,
            @RestQuery @DefaultValue("25") @Min(0) int count,
            @RestQuery @DefaultValue("0") @Min(0) int offset,
            @Context HttpServerRequest request) {
        User known = users.named(user);
        return part(known, playlists.madeFor(known), count, offset, request);
    }

    /** Lists that a user keeps. */
    @GET
    @Operation(summary = "List what a user keeps", description = "Newest first, without tracks.")
    @APIResponse(responseCode = "200", description = "A part of them")
    @APIResponse(responseCode = "400", description = "A parameter is out of range")
    @APIResponse(responseCode = "404", description = "There is no such user")
    @APIResponse(responseCode = "409", description = "Several people are called so; the answer names them")
    public Playlists kept(
            @Parameter(example = "amara-olander") @RestPath String user,
            @RestQuery @DefaultValue("25") @Min(0) int count,
            @RestQuery @DefaultValue("0") @Min(0) int offset,
            @Context HttpServerRequest request) {
        User known = users.named(user);
        return part(known, playlists.keptBy(known), count, offset, request);
    }

    private Playlists part(User user, List<Playlist> all, int count, int offset, HttpServerRequest request) {
        String base = OwnAddress.of(request);
        String name = users.nameOf(user);
        List<Map<String, Object>> part = all.stream()
                .skip(offset)
                .limit(count)
                .map(list -> Jspf.of(playlists.head(list).forName(name), base))
                .toList();
        return new Playlists(part, all.size(), offset, count);
    }
}
