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
import org.segue.training.Training;
import org.segue.training.TrainingService;

/** A training as it goes on. */
@Path("/api/trainings/{id}/events")
@Blocking // until it is known that there is such a job; the events themselves hold no thread
@Tag(name = "Trainings")
public class TrainingEventsResource {

    private final TrainingService trainings;

    TrainingEventsResource(TrainingService trainings) {
        this.trainings = trainings;
    }

    /** Events until the training has ended. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Follow a training as server-sent events",
            description = "`progress` with the training as JSON when something has changed, and a final `done`.")
    @APIResponse(
            responseCode = "200",
            description = "Events until the training has ended",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = Training.class)))
    @APIResponse(responseCode = "404", description = "There is no such training")
    @APIResponse(responseCode = "429", description = "Too many event streams of this address")
    public Multi<OutboundSseEvent> events(@RestPath int id, @Context Sse sse) {
        return JobEvents.of(() -> trainings.byId(id), "There is no training " + id + ".", sse);
    }
}
