package org.segue.api;

import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.segue.access.bodies.ReceivedFile;
import org.segue.access.bodies.ReceivedForm;
import org.segue.model.ActiveModel;
import org.segue.model.DamagedModelException;
import org.segue.model.ModelInUseException;
import org.segue.model.ModelVersion;
import org.segue.model.SongModelExportRepository;
import org.segue.model.SongModelFile;
import org.segue.model.UnknownModelException;
import org.segue.songmodel.SongModelException;
import org.segue.storage.StorageException;
import org.segue.training.SongModelService;

/** Models out of the house and into it as song models, which hold no listener. */
@Path("/api/models")
@Tag(name = "Models", description = "The models that are kept, and which of them answers")
@Blocking
public class SongModelsResource {

    private static final Logger LOG = Logger.getLogger(SongModelsResource.class);

    private final SongModelExportRepository exports;
    private final SongModelService songModels;
    private final ActiveModel models;

    SongModelsResource(SongModelExportRepository exports, SongModelService songModels, ActiveModel models) {
        this.exports = exports;
        this.songModels = songModels;
        this.models = models;
    }

    /**
     * The form that a song model comes in.
     *
     * @param file the song model
     */
    @Schema(requiredProperties = "file")
    public record SongModelForm(FileUpload file) {}

    /** What a model learned about songs. */
    @GET
    @Path("{version}/export")
    @Produces("application/zip")
    @Operation(
            summary = "Export a model as a song model",
            description =
                    "What the model learned about songs, without any listener, as a file for other services. Songs with fewer than 5"
                            + " listeners, and pairs of neighbors with fewer than 5 common ones, are left out: they would tell what"
                            + " single people play. Numbers of listeners have two digits.")
    @APIResponse(responseCode = "200", description = "The song model, streamed")
    @APIResponse(responseCode = "404", description = "There is no such model")
    @APIResponse(
            responseCode = "409",
            description =
                    "Nothing of it may leave the house, it predicts ratings, or it is damaged: `detail` says which")
    @APIResponse(responseCode = "503", description = "The disk cannot be read, or has no room for the file")
    public Response export(@RestPath String version) {
        try {
            SongModelFile written = exports.write(version);
            StreamingOutput zip = out -> {
                try (written) {
                    Files.copy(written.path(), out);
                }
            };
            return Response.ok(zip)
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            "attachment; filename=\"segue-%s.segue-model\"".formatted(version))
                    .build();
        } catch (UnknownModelException e) {
            throw Problems.notFound(String.valueOf(e.getMessage()));
        } catch (SongModelException | DamagedModelException e) {
            throw Problems.conflict(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            LOG.errorf(e, "Model %s cannot be exported", version);
            throw Problems.unavailable("The disk cannot be read or written.");
        }
    }

    /** Takes a song model in. */
    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Import a song model",
            description =
                    "The file is streamed to disk and checked; what is damaged, newer or too large is refused, and nothing changes. Its"
                            + " songs become background: they are found and recommended, and count as nobody's plays. It never renames"
                            + " or joins songs that are here. It is tested on what the household's listeners came to last, and answers"
                            + " at once if no other model does. The file may also be the whole body, of any other content type.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = SongModelForm.class)))
    @APIResponse(
            responseCode = "201",
            description = "Imported; `manifest.activation` says whether it answers, and why",
            content = @Content(schema = @Schema(implementation = ModelVersion.class)))
    @APIResponse(
            responseCode = "400",
            description = "The body is not the form that its content type says, or not all of it")
    @APIResponse(
            responseCode = "422",
            description = "The file is refused, or no file was sent: `detail` says why; nothing has changed")
    @APIResponse(responseCode = "503", description = "The disk cannot be written: it is full, for instance")
    public Response take(
            @Parameter(
                            description =
                                    "The most songs to take, those that are owned or heard first, then the most popular; default: as"
                                            + " many as fit into the memory of the service")
                    @RestQuery
                    @Min(1)
                    @Max(10_000_000)
                    @Nullable
                    Integer songs,
            @Context RoutingContext request) {
        List<ReceivedFile> files = ReceivedForm.of(request).files("file");
        if (files.size() != 1) {
            throw Problems.outOfRange("file", "Send one song model: a part named file, or a file as the body.");
        }
        try {
            String version = String.valueOf(songModels
                    .take(files.get(0).path(), songs == null ? 0 : songs)
                    .version());
            return Response.status(Response.Status.CREATED)
                    .entity(models.version(version))
                    .header(HttpHeaders.LOCATION, "models/" + version)
                    .build();
        } catch (SongModelException e) {
            throw Problems.outOfRange("file", String.valueOf(e.getMessage()));
        } catch (IOException | StorageException e) {
            LOG.error("A song model cannot be imported", e);
            throw Problems.unavailable("The disk cannot be read or written; nothing was imported.");
        }
    }

    /** Deletes a model. */
    @DELETE
    @Path("{version}")
    @Operation(
            summary = "Delete a model",
            description =
                    "With it goes every song that it alone brought. The one that answers can be deleted only if it is the only one;"
                            + " then what most people play is recommended.")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "404", description = "There is no such model")
    @APIResponse(responseCode = "409", description = "It answers: activate another one first")
    public void delete(@RestPath String version) {
        try {
            songModels.delete(version);
        } catch (UnknownModelException e) {
            throw Problems.notFound(String.valueOf(e.getMessage()));
        } catch (ModelInUseException e) {
            throw Problems.conflict(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            LOG.errorf(e, "Model %s cannot be deleted", version);
            throw Problems.unavailable("The disk cannot be written.");
        }
    }
}
