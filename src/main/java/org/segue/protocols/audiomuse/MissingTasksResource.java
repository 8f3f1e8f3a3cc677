package org.segue.protocols.audiomuse;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What plugins ask of AudioMuse-AI, some of them every night, and Segue does not do. Does not block. */
@Path("/api")
public class MissingTasksResource {

    private static final String WHY =
            "Segue is not AudioMuse-AI: it analyzes no audio and makes no lists this way. Switch this task off in the plugin.";
    private static final String TASKS = "{task:analysis/start|clustering/start|create_playlist|active_tasks|last_task"
            + "|cancel/.+|cancel_all/.+|alchemy|clap/.+|lyrics/search/text}";

    /** Asks how a task is. */
    @GET
    @Path(TASKS)
    @Operation(hidden = true)
    public void read() {
        throw missing();
    }

    /** Starts a task. */
    @POST
    @Path(TASKS)
    @Operation(hidden = true)
    public void start() {
        throw missing();
    }

    private static HttpProblem missing() {
        return HttpProblem.builder()
                .withStatus(Status.NOT_FOUND.getStatusCode())
                .withTitle(Status.NOT_FOUND.getReasonPhrase())
                .withDetail(WHY)
                .build();
    }
}
