package org.segue.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestQuery;
import org.segue.backgrounds.SongModelOffer;
import org.segue.backgrounds.SongModelOffers;
import org.segue.jobs.JobFailedException;
import org.segue.songmodel.SongModelException;

/** What a song model at an address says of itself. */
@Path("/api/backgrounds/offers/song-model")
@Tag(name = "Backgrounds", description = "Background data to learn from")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class SongModelOffersResource {

    private static final Logger LOG = Logger.getLogger(SongModelOffersResource.class);

    private final SongModelOffers offers;

    SongModelOffersResource(SongModelOffers offers) {
        this.offers = offers;
    }

    /** What it says of itself. */
    @GET
    @Operation(
            summary = "What a song model at an address says of itself",
            description =
                    "Loads the beginning of the file alone: licence, what it was trained on, how many songs and listeners, and the memory that"
                            + " its songs take here. The rest is checked when it is used.")
    @APIResponse(responseCode = "200", description = "What it says of itself")
    @APIResponse(
            responseCode = "422",
            description = "`url` is no address, cannot be reached, or has no song model: `detail` says which")
    @APIResponse(responseCode = "503", description = "The disk cannot be written")
    public SongModelOffer offer(
            @RestQuery
                    @NotNull
                    @Size(max = 2000, message = "must have at most {max} characters")
                    @Pattern(
                            regexp = WantedBackground.ADDRESS,
                            message = "must begin with https://; http:// is for this machine alone")
                    @Parameter(description = "Where the file is", required = true)
                    String url) {
        try {
            return offers.look(URI.create(url));
        } catch (IllegalArgumentException e) {
            throw Problems.outOfRange("url", "query", "url must be an address.");
        } catch (JobFailedException | SongModelException e) {
            throw Problems.outOfRange("url", "query", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            LOG.error("What a song model says of itself cannot be kept", e);
            throw Problems.unavailable("The disk cannot be written.");
        }
    }
}
