package org.segue.api;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.segue.library.LibraryService;
import org.segue.library.LibrarySync;
import org.segue.library.LibrarySyncService;
import org.segue.library.LoginRepository;

/** Syncs of libraries, for the administrator: asked for, followed, cancelled. */
@Path("/api/libraries/{id}")
@Tag(name = "Libraries")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class LibrarySyncsResource {

    private final LibraryService libraries;
    private final LoginRepository logins;
    private final LibrarySyncService syncs;

    LibrarySyncsResource(LibraryService libraries, LoginRepository logins, LibrarySyncService syncs) {
        this.libraries = libraries;
        this.logins = logins;
        this.syncs = syncs;
    }

    /** How a sync is wanted. */
    @Schema(name = "SyncRequest", examples = "{\"forget\":false}")
    public record SyncRequest(
            @Schema(
                    defaultValue = "false",
                    description =
                            "Whether songs may be forgotten that the server does not have any more, even if that is more than half of"
                                    + " them")
            @Nullable
            Boolean forget) {}

    /** Syncs a library. */
    @POST
    @Path("sync")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Sync a library",
            description =
                    "Reads all of it as each of its logins, in the background, and matches its songs with those here. All of it comes into"
                            + " force at once; a sync that fails or is cancelled changes nothing. If the server has less than half of what it had,"
                            + " `missing` says how many songs stay owned until a sync with `forget`. The body may be left out.")
    @APIResponse(
            responseCode = "202",
            description = "Accepted; `Location` says where to follow it",
            content = @Content(schema = @Schema(implementation = LibrarySync.class)))
    @APIResponse(responseCode = "400", description = "The body is not the JSON that was expected")
    @APIResponse(responseCode = "404", description = "Library not found")
    @APIResponse(responseCode = "409", description = "Nobody signs in to the library")
    public Response sync(@RestPath int id, @Nullable SyncRequest request) {
        if (libraries.byId(id).isEmpty()) {
            throw LibrariesResource.noLibrary(id);
        }
        if (logins.ofLibrary(id).isEmpty()) {
            throw Problems.conflict("Nobody signs in to library %d: add a login.".formatted(id));
        }
        LibrarySync sync = syncs.sync(id, request != null && Boolean.TRUE.equals(request.forget()));
        return Response.accepted(sync)
                .header(HttpHeaders.LOCATION, "libraries/%d/syncs/%d".formatted(id, sync.id()))
                .build();
    }

    /** Syncs a library as it is done every night: clients that send no body may call its type anything. */
    @POST
    @Path("sync")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response syncByDefault(@RestPath int id, InputStream body) throws IOException {
        if (body.read() >= 0) {
            throw Problems.unsupported("The body must be JSON (Content-Type: application/json), or be left out.");
        }
        return sync(id, null);
    }

    /** One sync. */
    @GET
    @Path("syncs/{sync}")
    @Operation(summary = "Follow a sync of a library")
    @APIResponse(responseCode = "200", description = "Where it stands and what it found")
    @APIResponse(responseCode = "404", description = "Sync not found")
    public LibrarySync get(@RestPath int id, @RestPath int sync) {
        return find(id, sync).orElseThrow(() -> Problems.notFound(noSync(id, sync)));
    }

    /** Cancels a sync. */
    @DELETE
    @Path("syncs/{sync}")
    @Operation(summary = "Cancel a sync of a library", description = "The library stays as it was before.")
    @APIResponse(responseCode = "200", description = "Cancelled, or about to be")
    @APIResponse(responseCode = "404", description = "Sync not found")
    @APIResponse(responseCode = "409", description = "It has ended, or is saved already")
    public LibrarySync cancel(@RestPath int id, @RestPath int sync) {
        LibrarySync known = get(id, sync);
        if (!syncs.cancel(sync)) {
            throw Problems.conflict("Sync %d is %s: there is nothing to cancel."
                    .formatted(sync, known.status().word()));
        }
        return get(id, sync);
    }

    /** Events until the sync has ended. */
    @GET
    @Path("syncs/{sync}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Follow a sync as server-sent events",
            description = "`progress` with the sync as JSON when something has changed, and a final `done`.")
    @APIResponse(
            responseCode = "200",
            description = "Events until the sync has ended",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = LibrarySync.class)))
    @APIResponse(responseCode = "404", description = "Sync not found")
    @APIResponse(responseCode = "429", description = "Too many event streams of this address")
    public Multi<OutboundSseEvent> events(@RestPath int id, @RestPath int sync, @Context Sse sse) {
        return JobEvents.of(() -> find(id, sync), noSync(id, sync), sse);
    }

    private Optional<LibrarySync> find(int id, int sync) {
        return syncs.byId(sync).filter(found -> found.library() == id);
    }

    private static String noSync(int id, int sync) {
        return "Library %d has no sync %d.".formatted(id, sync);
    }
}
