package org.segue.api;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.segue.imports.ImportJob;
import org.segue.imports.ImportService;

/** An import as it goes on. */
@Path("/api/imports/{id}/events")
@Blocking // until it is known that there is such a job; the events themselves hold no thread
@Tag(name = "Imports")
public class ImportEventsResource {

    private final ImportService imports;

    ImportEventsResource(ImportService imports) {
        this.imports = imports;
    }

    /** Events until the import has ended. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Follow an import as server-sent events",
            description = "`progress` with the import as JSON when something has changed, and a final `done`.")
    @APIResponse(
            responseCode = "200",
            description = "Events until the import has ended",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = ImportJob.class)))
    @APIResponse(responseCode = "404", description = "There is no such import")
    @APIResponse(responseCode = "429", description = "Too many event streams of this address")
    public Multi<OutboundSseEvent> events(@RestPath int id, @Context Sse sse) {
        return JobEvents.of(() -> imports.byId(id), "There is no import " + id + ".", sse);
    }
}
