package org.segue.protocols.listenbrainz;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.segue.access.Access;
import org.segue.access.OwnAddress;
import org.segue.playlists.Jspf;
import org.segue.playlists.Playlist;
import org.segue.playlists.PlaylistDocument;
import org.segue.playlists.PlaylistFormat;
import org.segue.playlists.PlaylistService;

/**
 * A list with its tracks. Those without an id at MusicBrainz are in it, without an identifier: players that know none go by
 * artist and title.
 */
@Path("/1/playlist")
@Tag(name = "ListenBrainz", description = "What players speak; also under /apis/listenbrainz/1")
@Blocking
public class PlaylistResource {

    private final PlaylistService playlists;
    private final Access access;
    private final KnownUsers users;

    PlaylistResource(PlaylistService playlists, Access access, KnownUsers users) {
        this.playlists = playlists;
        this.access = access;
        this.users = users;
    }

    /** As JSPF. */
    @GET
    @Path("{playlist}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Show a list as JSPF",
            description = "Tracks that have no id at MusicBrainz have no identifier. Other parameters change nothing.")
    @APIResponse(responseCode = "200", description = "The list")
    @APIResponse(responseCode = "404", description = "There is no such list")
    public Map<String, Object> jspf(@RestPath String playlist, @Context HttpServerRequest request) {
        return Jspf.of(document(playlist), OwnAddress.of(request));
    }

    /** As XSPF. */
    @GET
    @Path("{playlist}/xspf")
    @Produces("application/xspf+xml")
    @Operation(summary = "Show a list as XSPF")
    @APIResponse(responseCode = "200", description = "The list")
    @APIResponse(responseCode = "404", description = "There is no such list")
    public RestResponse<String> xspf(@RestPath String playlist, @Context HttpServerRequest request) {
        PlaylistDocument document = document(playlist);
        return RestResponse.ResponseBuilder.ok(PlaylistFormat.XSPF.write(document, OwnAddress.of(request)))
                .header(HttpHeaders.CONTENT_TYPE, PlaylistFormat.XSPF.contentType())
                .build();
    }

    private PlaylistDocument document(String id) {
        Playlist list =
                playlists.byId(id).orElseThrow(() -> Refused.notFound("Playlist %s does not exist.".formatted(id)));
        access.reading().require(List.of(list.user().publicId())).await().indefinitely();
        return playlists.document(list).forName(users.nameOf(list.user()));
    }
}
