package org.segue.api;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.access.OwnAddress;
import org.segue.playlists.PlaylistDocument;
import org.segue.playlists.PlaylistFormat;
import org.segue.playlists.PlaylistService;
import org.segue.ranking.Recommendation;
import org.segue.storage.Database;

/**
 * Songs out as files of players: the same path and question as {@link RecommendResource}, whose answer is JSON; what the
 * request accepts decides between them. Who says nothing gets JSON.
 */
@Path("/recommend")
public class RecommendPlaylistResource {

    private final RecommendResource recommend;
    private final PlaylistService playlists;
    private final Database database;

    RecommendPlaylistResource(RecommendResource recommend, PlaylistService playlists, Database database) {
        this.recommend = recommend;
        this.playlists = playlists;
        this.database = database;
    }

    /** As JSPF. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces("application/jspf+json;qs=0.5")
    @Operation(hidden = true) // RecommendResource tells of it
    public Uni<RestResponse<String>> jspf(@Valid @Nullable RecommendRequest request, @Context HttpServerRequest http) {
        return file(PlaylistFormat.JSPF, request, http);
    }

    /** As XSPF. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces("application/xspf+xml;qs=0.5")
    @Operation(hidden = true)
    public Uni<RestResponse<String>> xspf(@Valid @Nullable RecommendRequest request, @Context HttpServerRequest http) {
        return file(PlaylistFormat.XSPF, request, http);
    }

    /** As M3U8. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces("audio/x-mpegurl;qs=0.5")
    @Operation(hidden = true)
    public Uni<RestResponse<String>> m3u8(@Valid @Nullable RecommendRequest request, @Context HttpServerRequest http) {
        return file(PlaylistFormat.M3U8, request, http);
    }

    /** As CSV. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces("text/csv;qs=0.5")
    @Operation(hidden = true)
    public Uni<RestResponse<String>> csv(@Valid @Nullable RecommendRequest request, @Context HttpServerRequest http) {
        return file(PlaylistFormat.CSV, request, http);
    }

    private Uni<RestResponse<String>> file(
            PlaylistFormat format, @Nullable RecommendRequest request, HttpServerRequest http) {
        String base = OwnAddress.of(http);
        return recommend
                .recommend(request)
                .emitOn(database.workers())
                .map((Recommendation answer) -> playlists.document(answer))
                .map(document -> response(format, document, base));
    }

    private static RestResponse<String> response(PlaylistFormat format, PlaylistDocument document, String base) {
        return RestResponse.ResponseBuilder.ok(format.write(document, base))
                .header(HttpHeaders.CONTENT_TYPE, format.contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, format.disposition(document))
                .build();
    }
}
