package org.segue.api;

import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.segue.access.bodies.ReceivedFile;
import org.segue.access.bodies.ReceivedForm;
import org.segue.backgrounds.Background;
import org.segue.backgrounds.BackgroundKind;
import org.segue.backgrounds.BackgroundOffer;
import org.segue.backgrounds.BackgroundRequest;
import org.segue.backgrounds.BackgroundService;
import org.segue.imports.ListenerException;
import org.segue.imports.Upload;
import org.segue.jobs.JobStatus;

/** What Segue learns from beside the household: strangers' listening in, and back out. */
@Path("/api/backgrounds")
@Tag(name = "Backgrounds", description = "Background data to learn from")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class BackgroundsResource {

    static final int MAX_DUMPS = 30;
    static final int MAX_USERS = 10_000_000;

    private static final Logger LOG = Logger.getLogger(BackgroundsResource.class);

    private final BackgroundService backgrounds;

    BackgroundsResource(BackgroundService backgrounds) {
        this.backgrounds = backgrounds;
    }

    /** Takes a background in. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Learn from background data as well",
            description =
                    "`listenbrainz` loads the newest dumps of ListenBrainz's public listens (CC0), compares them with their"
                            + " checksums and takes listeners with 20 to 5,000 different songs and fewer than 1,000 plays on any day:"
                            + " of each the newest 1,000 plays, without songs that have a single listener. It takes the place of the"
                            + " one before it. `import` takes a data set: files that a preview has kept, one from a `url`,"
                            + " or files that come as a form instead of JSON (parts named `file`, and `users` and `seed` in the"
                            + " query). `songModel` takes a song model from a `url`, or as such a form with `kind=songModel` in the query: it is checked"
                            + " whole, and answers at once if no other model does. Its listeners are never listed, and known by"
                            + " keyed hashes of their names alone; a listener of the house is recognized by the own name there. In"
                            + " the background: the job can be followed and cancelled, and undone as a whole. A training afterwards"
                            + " learns from it.")
    @APIResponse(
            responseCode = "202",
            description = "Accepted; `Location` says where to follow it",
            content = @Content(schema = @Schema(implementation = Background.class)))
    @APIResponse(responseCode = "400", description = "The body is not the JSON that was expected")
    @APIResponse(responseCode = "404", description = "There is no such `upload`, or not any more")
    @APIResponse(responseCode = "422", description = "A value is out of range, or `upload` does not go with `kind`")
    @APIResponse(responseCode = "503", description = "Nothing can be written: the disk is full, for instance")
    public Response add(@Valid @Nullable WantedBackground wanted) {
        if (wanted == null || wanted.kind() == null) {
            throw Problems.outOfRange("kind", "kind must be given: listenbrainz, import or songModel.");
        }
        BackgroundRequest request = wanted.request(wanted.kind());
        String url = wanted.url();
        if (wanted.sha256() != null && url == null) {
            throw Problems.outOfRange("sha256", "sha256 goes with url.");
        }
        if (wanted.kind() == BackgroundKind.LISTENBRAINZ) {
            return fetch(wanted, request);
        }
        if (wanted.kind() == BackgroundKind.SONG_MODEL && url == null) {
            throw Problems.outOfRange("url", "url must be given: where the song model is; or send the file as a form.");
        }
        return url == null ? take(wanted.upload(), request) : load(wanted, request.from(url, wanted.sha256()));
    }

    private Response fetch(WantedBackground wanted, BackgroundRequest request) {
        if (wanted.upload() != null) {
            throw Problems.outOfRange("upload", "upload is for the kind import: listenbrainz is fetched.");
        }
        if (wanted.url() != null) {
            throw Problems.outOfRange(
                    "url", "url is for the kind import: the setting segue.background.url says where listenbrainz is.");
        }
        return accepted(backgrounds.fetch(request));
    }

    private Response load(WantedBackground wanted, BackgroundRequest request) {
        if (wanted.upload() != null) {
            throw Problems.outOfRange("upload", "upload must not be given with url.");
        }
        return accepted(backgrounds.fetch(request));
    }

    /**
     * Takes a data set in that comes along.
     *
     * @param users the most listeners to take
     * @param seed where that choice starts
     * @param kind {@code songModel} for a song model, anything else for a data set
     */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response addFiles(
            @RestQuery @Min(1) @Max(MAX_USERS) @Nullable Integer users,
            @RestQuery @DefaultValue("0") long seed,
            @RestQuery @DefaultValue("import") String kind,
            @Context RoutingContext form) {
        if (kind.equals(BackgroundKind.SONG_MODEL.word())) {
            return takeSongModel(ReceivedForm.of(form).files("file"));
        }
        List<Upload> files = ReceivedForm.of(form).files("file").stream()
                .map(file -> Upload.of(file.path(), file.name()))
                .toList();
        if (files.isEmpty()) {
            throw Problems.outOfRange("file", "No file was sent: expected at least one part named file.");
        }
        try {
            return accepted(backgrounds.take(files, BackgroundRequest.ofImport(users, seed)));
        } catch (ListenerException e) {
            throw Problems.outOfRange("file", String.valueOf(e.getMessage()));
        }
    }

    private Response takeSongModel(List<ReceivedFile> files) {
        if (files.size() != 1) {
            throw Problems.outOfRange("file", "Send one song model, as a part named file.");
        }
        try {
            return accepted(
                    backgrounds.takeSongModel(files.get(0).path(), files.get(0).name()));
        } catch (IOException e) {
            LOG.error("A song model cannot be kept", e);
            throw Problems.unavailable("The disk cannot be written; nothing was taken.");
        }
    }

    private Response take(@Nullable String upload, BackgroundRequest request) {
        if (upload == null) {
            throw Problems.outOfRange(
                    "upload",
                    "upload must be given: what `POST /api/imports/preview?population=true` has answered; or url, or files as a form.");
        }
        try {
            return accepted(backgrounds
                    .take(upload, request)
                    .orElseThrow(() -> Problems.notFound(
                            "There is no upload %s: uploads are kept for an hour, until they are imported."
                                    .formatted(upload))));
        } catch (ListenerException e) {
            throw Problems.outOfRange("upload", String.valueOf(e.getMessage()));
        }
    }

    private static Response accepted(Background background) {
        return Response.accepted(background)
                .header(HttpHeaders.LOCATION, "backgrounds/" + background.id())
                .build();
    }

    /** What fetching would take. */
    @GET
    @Path("offers")
    @Operation(
            summary = "What ListenBrainz's public listens would take",
            description =
                    "Asks the mirror what there is now: names, times and sizes of the dumps that would be loaded, the licence,"
                            + " room on the disk, and an estimate of the time. If it cannot be had, `problem` says why.")
    @APIResponse(responseCode = "200", description = "What it would take")
    @APIResponse(responseCode = "422", description = "A parameter is out of range")
    public BackgroundOffer offer(
            @RestQuery
                    @DefaultValue("3")
                    @Min(1)
                    @Max(MAX_DUMPS)
                    @Parameter(description = "How many of the newest dumps")
                    int dumps,
            @RestQuery
                    @DefaultValue("20000")
                    @Min(1)
                    @Max(MAX_USERS)
                    @Parameter(description = "The most listeners to take")
                    int users) {
        return backgrounds.offer(dumps, users);
    }

    /** Backgrounds, newest first. */
    @GET
    @Operation(summary = "List backgrounds, newest first")
    @APIResponse(responseCode = "200", description = "A part of the list")
    @APIResponse(responseCode = "422", description = "A parameter is out of range")
    public Page<Background> list(
            @RestQuery @DefaultValue("50") @Min(1) @Max(500) int limit,
            @RestQuery @DefaultValue("2147483647") @Min(1) int cursor) {
        return Page.newest(backgrounds.newest(cursor, limit), backgrounds.count(), limit);
    }

    /** One background. */
    @GET
    @Path("{id}")
    @Operation(summary = "Follow a background")
    @APIResponse(responseCode = "200", description = "Where it stands and what it brought")
    @APIResponse(responseCode = "404", description = "There is no such background")
    public Background get(@RestPath int id) {
        return backgrounds.byId(id).orElseThrow(() -> Problems.notFound("There is no background " + id + "."));
    }

    /** Takes a background back. */
    @DELETE
    @Path("{id}")
    @Operation(
            summary = "Undo a background",
            description =
                    "Removes, at once, what only this background data brought. One that waits or is at work is cancelled, and"
                            + " leaves nothing.")
    @APIResponse(responseCode = "200", description = "Undone, or being cancelled")
    @APIResponse(responseCode = "404", description = "There is no such background")
    @APIResponse(responseCode = "409", description = "It is neither completed nor waiting nor at work")
    public Background undo(@RestPath int id) {
        Background background = get(id);
        if (!backgrounds.undo(id)) {
            throw Problems.conflict(
                    background.model() != null && background.status() == JobStatus.COMPLETED
                            ? "The model of background %d answers: activate another one first.".formatted(id)
                            : "Background %d is %s: there is nothing to undo."
                                    .formatted(id, background.status().word()));
        }
        return get(id);
    }
}
