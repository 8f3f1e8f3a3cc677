package org.segue.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.segue.backgrounds.DemoService;

/** The demo makes room. */
@Path("/api/demo")
@Tag(name = "Backgrounds")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class DemoResource {

    private final DemoService demo;

    DemoResource(DemoService demo) {
        this.demo = demo;
    }

    /** Takes the demo out. */
    @DELETE
    @Operation(
            summary = "Take the demo out",
            description =
                    "Undoes the import of the demo, at once and for good, and trains on what is left, if anything is. Whether"
                            + " there is a demo, `GET /api/status` says.")
    @APIResponse(responseCode = "200", description = "What was undone, and the training that has begun")
    @APIResponse(responseCode = "404", description = "There is no demo, or not any more")
    public DemoService.Removal remove() {
        return demo.remove().orElseThrow(() -> Problems.notFound("There is no demo here, or not any more."));
    }
}
