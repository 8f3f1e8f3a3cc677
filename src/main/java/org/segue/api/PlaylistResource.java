package org.segue.api;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.access.OwnAddress;
import org.segue.catalog.Named;
import org.segue.library.FileList;
import org.segue.library.FileLists;
import org.segue.playlists.Playlist;
import org.segue.playlists.PlaylistDocument;
import org.segue.playlists.PlaylistFormat;
import org.segue.playlists.PlaylistService;
import org.segue.ranking.Snapshots;

/** A list with its songs: as JSON, or as a file for players. */
@Path("/api/playlists")
@Tag(name = "Playlists")
@Blocking
public class PlaylistResource {

    private static final String AS_JSON = "json";

    private final PlaylistService playlists;
    private final FileLists files;
    private final Snapshots snapshots;
    private final Access access;

    PlaylistResource(PlaylistService playlists, FileLists files, Snapshots snapshots, Access access) {
        this.playlists = playlists;
        this.files = files;
        this.snapshots = snapshots;
        this.access = access;
    }

    /** A list with its songs. */
    @GET
    @Path("{id}")
    @Produces({
        MediaType.APPLICATION_JSON,
        "application/jspf+json",
        "application/xspf+xml",
        "audio/x-mpegurl",
        "text/csv"
    })
    @Operation(
            summary = "Show a list, or take it along as a file",
            description =
                    "As JSON, or with `format` as JSPF (what ListenBrainz and its clients read), XSPF, M3U8 or CSV. Segue has"
                            + " no music files: an entry of an M3U8 is the path `./Artist - Title`. With `library` it is where that library"
                            + " has the song, for players of files: relative to `folder`, and songs that are not there are left out. This"
                            + " needs the token of the user whose list it is, or the administrator's.")
    @APIResponse(
            responseCode = "200",
            description = "The list",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = PlaylistDetails.class)),
                @Content(mediaType = "application/jspf+json", schema = @Schema(type = SchemaType.OBJECT)),
                @Content(mediaType = "application/xspf+xml", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "audio/x-mpegurl", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "401", description = "Paths of files need a token")
    @APIResponse(responseCode = "403", description = "The list, or its paths of files, are not for who asks")
    @APIResponse(responseCode = "404", description = "There is no such list, or the list's user has no such library")
    @APIResponse(
            responseCode = "409",
            description = "The library's server makes paths up; `detail` says how it tells the real ones")
    @APIResponse(responseCode = "422", description = "There is no such format, or `library` is not asked for as M3U8")
    public Response show(
            @RestPath String id,
            @RestQuery
                    @DefaultValue(AS_JSON)
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {AS_JSON, "jspf", "xspf", "m3u8", "csv"}))
                    String format,
            @RestQuery
                    @Min(1)
                    @Nullable
                    @Parameter(description = "Number of a library whose paths an M3U8 has", example = "1")
                    Integer library,
            @RestQuery
                    @Nullable
                    @Parameter(
                            description =
                                    "What the paths are relative to, as the server calls it; unless said, the folder that the library has,"
                                            + " else they are as the server says them",
                            example = "/music")
                    String folder,
            @Context HttpServerRequest request) {
        Optional<PlaylistFormat> file = PlaylistFormat.named(format);
        if (file.isEmpty() && !format.equals(AS_JSON)) {
            throw Problems.outOfRange("format", "format must be json, jspf, xspf, m3u8 or csv.");
        }
        Playlist list = playlists.byId(id).orElseThrow(() -> Problems.notFound("There is no list %s.".formatted(id)));
        access.reading().require(List.of(list.user().publicId())).await().indefinitely();
        PlaylistDocument document = playlists.document(list);
        if (library != null) {
            return inFiles(list, document, library, folder, format);
        }
        return file.map(kind -> file(kind, document, kind.write(document, OwnAddress.of(request))))
                .orElseGet(() -> Response.ok(details(list, document), MediaType.APPLICATION_JSON)
                        .build());
    }

    private Response inFiles(
            Playlist list, PlaylistDocument document, int library, @Nullable String folder, String format) {
        if (!format.equals(PlaylistFormat.M3U8.word())) {
            throw Problems.outOfRange("library", "query", "library goes with format m3u8.");
        }
        access.requireChanging(list.user().id());
        FileList found = files.of(library, list.user().id(), document, folder)
                .orElseThrow(() -> Problems.notFound("There is no library %d of %s."
                        .formatted(library, list.user().publicId())));
        if (!found.isReal()) {
            throw Problems.conflict(found.howToTellPaths());
        }
        return file(PlaylistFormat.M3U8, document, found.text());
    }

    private static Response file(PlaylistFormat kind, PlaylistDocument document, String text) {
        return Response.ok(text, kind.contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, kind.disposition(document))
                .build();
    }

    private PlaylistDetails details(Playlist list, PlaylistDocument document) {
        return PlaylistDetails.of(
                list, document, snapshots.owned(List.of(Named.of(list.user()))).join());
    }
}
