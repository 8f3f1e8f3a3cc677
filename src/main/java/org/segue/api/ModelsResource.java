package org.segue.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.segue.model.ActiveModel;
import org.segue.model.DamagedModelException;
import org.segue.model.ModelVersion;
import org.segue.model.UnknownModelException;

/** The models that are kept, and which of them answers. */
@Path("/api/models")
@Tag(name = "Models", description = "The models that are kept, and which of them answers")
@Blocking
public class ModelsResource {

    private static final Logger LOG = Logger.getLogger(ModelsResource.class);

    private final ActiveModel models;

    ModelsResource(ActiveModel models) {
        this.models = models;
    }

    /** Models, newest first. */
    @GET
    @Operation(
            summary = "List models, newest first",
            description = "Each with its manifest: hyperparameters, evaluation, and why it was activated or not."
                    + " `segue.model.keep` says how many are kept.")
    @APIResponse(responseCode = "200", description = "A part of the list")
    @APIResponse(responseCode = "422", description = "A parameter is out of range")
    public Page<ModelVersion> list(
            @RestQuery @DefaultValue("50") @Min(1) @Max(500) int limit,
            @RestQuery @DefaultValue("0") @Min(0) @Max(1_000_000_000) int cursor) {
        try {
            List<ModelVersion> versions = models.versions();
            int from = Math.min(cursor, versions.size());
            List<ModelVersion> items = versions.stream().skip(from).limit(limit).toList();
            return Page.at(from, items, versions.size());
        } catch (IOException e) {
            LOG.error("The models cannot be listed", e);
            throw Problems.unavailable("The models cannot be read from the disk.");
        }
    }

    /** One model. */
    @GET
    @Path("{version}")
    @Operation(summary = "A model: where it comes from, how it was evaluated, whether it answers")
    @APIResponse(responseCode = "200", description = "The model's manifest")
    @APIResponse(responseCode = "404", description = "There is no such model")
    public ModelVersion get(@RestPath String version) {
        try {
            return models.version(version);
        } catch (UnknownModelException e) {
            throw Problems.notFound(String.valueOf(e.getMessage()));
        }
    }

    /** Makes a model the one that answers. */
    @POST
    @Path("{version}/activate")
    @Operation(
            summary = "Activate a model",
            description = "Rolls back or forward: from the next request on this model answers, after a restart too.")
    @APIResponse(responseCode = "200", description = "It answers now")
    @APIResponse(responseCode = "404", description = "There is no such model")
    @APIResponse(
            responseCode = "409",
            description = "It is damaged: `detail` says what is wrong; the former one answers")
    public ModelVersion activate(@RestPath String version) {
        try {
            return models.activate(version);
        } catch (UnknownModelException e) {
            throw Problems.notFound(String.valueOf(e.getMessage()));
        } catch (DamagedModelException e) {
            throw Problems.conflict(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            LOG.errorf(e, "Model %s cannot be activated", version);
            throw Problems.unavailable("The disk cannot be written; the former model answers.");
        }
    }
}
