package org.segue.protocols.audiomuse;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether the service is there. Does not block. */
@Path("/api/health")
@Tag(name = "AudioMuse")
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {

    /** Whether it is there. */
    @GET
    @Operation(summary = "See whether the service is there", description = "Needs no token, but refuses a wrong one.")
    @APIResponse(responseCode = "200", description = "It is")
    public Health health() {
        return Health.OK;
    }
}
