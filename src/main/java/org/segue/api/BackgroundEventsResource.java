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
import org.segue.backgrounds.Background;
import org.segue.backgrounds.BackgroundService;

/** A background as it goes on. */
@Path("/api/backgrounds/{id}/events")
@Blocking // until it is known that there is such a job; the events themselves hold no thread
@Tag(name = "Backgrounds")
public class BackgroundEventsResource {

    private final BackgroundService backgrounds;

    BackgroundEventsResource(BackgroundService backgrounds) {
        this.backgrounds = backgrounds;
    }

    /** Events until the background has ended. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Follow a background as server-sent events",
            description = "`progress` with the background as JSON when something has changed, and a final `done`.")
    @APIResponse(
            responseCode = "200",
            description = "Events until the background has ended",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = Background.class)))
    @APIResponse(responseCode = "404", description = "There is no such background")
    @APIResponse(responseCode = "429", description = "Too many event streams of this address")
    public Multi<OutboundSseEvent> events(@RestPath int id, @Context Sse sse) {
        return JobEvents.of(() -> backgrounds.byId(id), "There is no background " + id + ".", sse);
    }
}
