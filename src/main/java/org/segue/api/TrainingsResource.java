package org.segue.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.segue.training.Training;
import org.segue.training.TrainingRequest;
import org.segue.training.TrainingService;
import org.segue.training.TrainingUnderWayException;

/** Models from interactions. */
@Path("/api/trainings")
@Tag(name = "Trainings", description = "Models from interactions")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class TrainingsResource {

    private final TrainingService trainings;

    TrainingsResource(TrainingService trainings) {
        this.trainings = trainings;
    }

    /** Starts a training. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Train a model",
            description =
                    "In the background, one at a time, on all interactions. Hyperparameters that the request leaves out are"
                            + " searched first (`tune`, `trials`). Then they are tested: songs are held out, and what is"
                            + " fitted to the rest must not rank them behind popularity, item-cosine or the active model's"
                            + " hyperparameters by more than chance explains (`evaluation`). If it does not, or it is the first"
                            + " model, the model answers at once; else it is kept and can be activated: `activated` and `reason` say so. The body, and each value in it, may be left"
                            + " out.")
    @APIResponse(
            responseCode = "202",
            description = "Accepted; `Location` says where to follow it",
            content = @Content(schema = @Schema(implementation = Training.class)))
    @APIResponse(responseCode = "409", description = "One is running already: its number is in `training`")
    @APIResponse(responseCode = "415", description = "There is a body and it is not JSON")
    @APIResponse(responseCode = "422", description = "A value is out of range")
    public Response train(@Valid @Nullable TrainingRequest request) {
        TrainingRequest asked = request == null ? TrainingRequest.byDefault() : request;
        if (asked.asksForImpossibleSearch()) {
            throw Problems.outOfRange("tune", "must be false: only the implicit objective can be searched");
        }
        try {
            Training training = trainings.start(asked.spec());
            return Response.accepted(training)
                    .header(HttpHeaders.LOCATION, "trainings/" + training.id())
                    .build();
        } catch (TrainingUnderWayException e) {
            throw HttpProblem.builder(Problems.conflict(String.valueOf(e.getMessage())))
                    .with("training", e.running().id())
                    .build();
        }
    }

    /** Starts a training by the defaults: clients that send no body may call its type anything. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response trainByDefault(InputStream body) throws IOException {
        if (body.read() >= 0) {
            throw Problems.unsupported("The body must be JSON (Content-Type: application/json), or be left out.");
        }
        return train(null);
    }

    /** Trainings, newest first. */
    @GET
    @Operation(summary = "List trainings, newest first")
    @APIResponse(responseCode = "200", description = "A part of the list")
    @APIResponse(responseCode = "422", description = "A parameter is out of range")
    public Page<Training> list(
            @RestQuery @DefaultValue("50") @Min(1) @Max(500) int limit,
            @RestQuery @DefaultValue("2147483647") @Min(1) int cursor) {
        return Page.newest(trainings.newest(cursor, limit), trainings.count(), limit);
    }

    /** One training. */
    @GET
    @Path("{id}")
    @Operation(summary = "Follow a training")
    @APIResponse(responseCode = "200", description = "Where it stands and what came of it")
    @APIResponse(responseCode = "404", description = "There is no such training")
    public Training get(@RestPath int id) {
        return trainings.byId(id).orElseThrow(() -> Problems.notFound("There is no training " + id + "."));
    }

    /** Ends a training without a model. */
    @DELETE
    @Path("{id}")
    @Operation(summary = "Cancel a training")
    @APIResponse(responseCode = "202", description = "It ends within seconds, and leaves no model")
    @APIResponse(responseCode = "404", description = "There is no such training")
    @APIResponse(responseCode = "409", description = "It has ended already")
    public Response cancel(@RestPath int id) {
        Training training = get(id);
        if (!trainings.cancel(id)) {
            throw Problems.conflict(
                    "Training %d is %s already.".formatted(id, training.status().word()));
        }
        return Response.accepted(get(id)).build();
    }
}
