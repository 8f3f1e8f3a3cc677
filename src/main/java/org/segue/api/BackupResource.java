package org.segue.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.segue.storage.BackupSnapshot;
import org.segue.storage.Backups;
import org.segue.storage.StorageException;

/** Backups, streamed to whoever asks: on the disk of the data they would be lost with it. */
@Path("/api/backup")
@Tag(name = "Backup", description = "All data of one moment")
@Blocking
public class BackupResource {

    private static final Logger LOG = Logger.getLogger(BackupResource.class);

    private final Backups backups;

    BackupResource(Backups backups) {
        this.backups = backups;
    }

    /** Everything that must not be lost. */
    @POST
    @Produces("application/zip")
    @Operation(
            summary = "Back up all data",
            description =
                    "A zip with the database and all models that were trained here, as of the moment of the request; work goes on meanwhile."
                            + " `segue restore` makes an empty data folder of it. While it is sent, the disk holds a copy of the"
                            + " database; a download that breaks off leaves a file that `restore` refuses.")
    @APIResponse(responseCode = "200", description = "The zip, streamed")
    @APIResponse(responseCode = "503", description = "The disk cannot be read, or has no room for a copy")
    public Response backup() {
        BackupSnapshot snapshot = take();
        StreamingOutput zip = out -> {
            try (snapshot) {
                snapshot.writeTo(out);
            }
        };
        return Response.ok(zip)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + snapshot.fileName() + "\"")
                .build();
    }

    private BackupSnapshot take() {
        try {
            return backups.take();
        } catch (StorageException e) {
            LOG.error("No backup can be made", e);
            throw Problems.unavailable(String.valueOf(e.getMessage()));
        }
    }
}
