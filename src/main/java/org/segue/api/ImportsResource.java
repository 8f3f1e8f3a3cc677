package org.segue.api;

import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
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
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.segue.access.bodies.ReceivedForm;
import org.segue.backgrounds.DemoService;
import org.segue.imports.ColumnsException;
import org.segue.imports.ImportException;
import org.segue.imports.ImportJob;
import org.segue.imports.ImportOptions;
import org.segue.imports.ImportPreview;
import org.segue.imports.ImportService;
import org.segue.imports.ListenerException;
import org.segue.imports.PreviewService;
import org.segue.imports.UndecidedDatesException;
import org.segue.imports.Upload;
import org.segue.jobs.JobStatus;

/** Histories in, what became of them, and back out. */
@Path("/api/imports")
@Tag(name = "Imports", description = "Listening histories in, and what became of them")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class ImportsResource {

    private static final String FORMATS =
            "Takes one or several files, plain, gzip or Zstandard, and archives (zip, tar) of them: listening histories of"
                    + " Spotify (extended and account data), Last.fm (API, lastfm-to-csv, mainstream.ghan.nl, lastfmstats.com),"
                    + " ListenBrainz (export and public dump), Maloja, Pano Scrobbler and .scrobbler.log; a table with a header"
                    + " (CSV or TSV, below comments if there are any; its columns are known by their usual names, and those that"
                    + " are not used are named in `notes`; dates that could have the day or the month first are decided by the"
                    + " others of the column or by `dateOrder`, else nothing is imported; plays with a time are so many listens); the Million Song Taste Profile (triplets, with unique_tracks.txt for titles); HetRec"
                    + " (user_artists.dat, with artists.dat for names). `user` says whose listens they all are: of a table without a"
                    + " column of listeners, of any file that names nobody, and of files that name one user of their own, which the"
                    + " import says in its `notes`. Files that name several are refused with 422; of those, `named` and `joined` say who is somebody of the house."
                    + " A file of Spotify that comes again replaces what an earlier version of Segue read of it; the `notes` say what"
                    + " changed."
                    + " A zip may have 500 entries of 500 MB each, unpacked.";

    private static final String PREVIEW = """
            {"upload":"0f8c7a52-5a0e-4f0e-9f43-0c8f7c1f3b11","keptUntil":"2026-11-24T11:00:00Z","format":"spotify-extended",
             "files":[{"name":"my_spotify_data.zip: Streaming_History_Audio_2023_0.json","format":"spotify-extended"}],
             "needsUser":true,"listener":null,"named":[],"tables":[],"rowsRead":3,"listens":1,"skips":1,"interactions":0,"feedback":0,"users":1,
             "from":"2023-03-01T20:00:00Z","to":"2023-03-01T20:03:51Z",
             "first":[{"user":null,"artist":"Nella Quist","title":"Harbour Lights","album":"Low Tide",
                       "listenedAt":"2023-03-01T20:00:00Z","value":null}],
             "skipped":{"no song: a podcast, audiobook or video":1},"badRows":{"count":0,"first":[]},"notes":[]}""";

    private final ImportService imports;
    private final PreviewService previews;
    private final DemoService demo;

    ImportsResource(ImportService imports, PreviewService previews, DemoService demo) {
        this.imports = imports;
        this.previews = previews;
        this.demo = demo;
    }

    /**
     * The form that files come in.
     *
     * @param file one or several
     */
    @Schema(requiredProperties = "file")
    public record Files(@Schema(minItems = 1) List<FileUpload> file) {}

    /** Takes files in. */
    @POST
    @Operation(
            summary = "Import files",
            description = FORMATS
                    + " They are worked off in the background. Importing the same file again adds nothing twice, and a play that"
                    + " two sources tell of is one listen. One file may also be the whole body, of any other content type; with"
                    + " `upload` there is no body.")
    @RequestBody(
            required = true,
            content =
                    @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(implementation = Files.class)))
    @APIResponse(
            responseCode = "202",
            description = "Accepted and on disk; `Location` says where to follow it",
            content = @Content(schema = @Schema(implementation = ImportJob.class)))
    @APIResponse(
            responseCode = "400",
            description = "The body is not the form that its content type says, or not all of it")
    @APIResponse(responseCode = "404", description = "There is no such `upload`, or not any more")
    @APIResponse(
            responseCode = "422",
            description =
                    "A parameter is out of range, no file was sent, `user` may be several people, or the files name several"
                            + " users although `user` is given")
    @APIResponse(responseCode = "503", description = "The files cannot be kept: the disk is full, for instance")
    public Response importFiles(@Valid @BeanParam ImportQuery query, @Context RoutingContext request) {
        ImportOptions options = query.options();
        boolean removesDemo = query.removesDemo();
        List<Upload> uploads = uploads(request);
        try {
            ImportJob job = query.upload == null
                    ? imports.accept(required(uploads), options)
                    : kept(imports.acceptKept(requireAlone(query.upload, uploads), options), query.upload);
            if (removesDemo) {
                demo.removeAfter(job.id());
            }
            return accepted(job);
        } catch (ListenerException e) {
            throw Problems.outOfRange("user", String.valueOf(e.getMessage()));
        }
    }

    private static String requireAlone(String upload, List<Upload> uploads) {
        if (!uploads.isEmpty()) {
            throw Problems.outOfRange("upload", "upload stands for files that were sent before: send none with it.");
        }
        return upload;
    }

    private static <T> T kept(Optional<T> found, String upload) {
        return found.orElseThrow(() -> Problems.notFound(
                "There is no upload %s: uploads are kept for an hour, until they are imported.".formatted(upload)));
    }

    private static List<Upload> uploads(RoutingContext request) {
        return ReceivedForm.of(request).files("file").stream()
                .map(file -> Upload.of(file.path(), file.name()))
                .toList();
    }

    private static List<Upload> required(List<Upload> uploads) {
        if (uploads.isEmpty()) {
            throw Problems.outOfRange(
                    "file", "No file was sent: expected at least one part named file, or a file as the body.");
        }
        return uploads;
    }

    /** Says what an import of files would do. */
    @POST
    @Path("preview")
    @Operation(
            summary = "Look at files before they are imported",
            description = FORMATS
                    + " Answers, once all is read, what an import would do: formats, counts, range of dates, the first rows, what"
                    + " would be passed over and why, and in `notes` how the files are read. Nothing is imported; the files are kept for an hour under the `upload` of"
                    + " the answer, which `POST /api/imports?upload=…` takes instead of files, and so does this call: to look at the"
                    + " same files again, read in another way. `tables` says what each column of a table is read as, as"
                    + " `columns` takes it, and `named` whom the files name. One file may also be the whole"
                    + " body, of any other content type.")
    @RequestBody(
            required = true,
            content =
                    @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(implementation = Files.class)))
    @APIResponse(
            responseCode = "200",
            description = "What an import would do",
            content = @Content(schema = @Schema(implementation = ImportPreview.class), example = PREVIEW))
    @APIResponse(
            responseCode = "400",
            description = "The body is not the form that its content type says, or not all of it")
    @APIResponse(
            responseCode = "422",
            description =
                    "A parameter is out of range, no file was sent, none can be imported, or `dateOrder` or `columns` is"
                            + " needed")
    @APIResponse(responseCode = "404", description = "There is no such `upload`, or not any more")
    @APIResponse(responseCode = "503", description = "The files cannot be kept: the disk is full, for instance")
    public ImportPreview previewFiles(@Valid @BeanParam ImportQuery query, @Context RoutingContext request) {
        ImportOptions options = query.options();
        try {
            List<Upload> uploads = uploads(request);
            return query.upload == null
                    ? previews.preview(required(uploads), options)
                    : kept(previews.look(requireAlone(query.upload, uploads), options), query.upload);
        } catch (ListenerException e) {
            throw Problems.outOfRange("user", String.valueOf(e.getMessage()));
        } catch (UndecidedDatesException e) {
            throw Problems.outOfRange("dateOrder", String.valueOf(e.getMessage()));
        } catch (ColumnsException e) {
            throw Problems.outOfRange("columns", String.valueOf(e.getMessage()));
        } catch (ImportException e) {
            throw Problems.outOfRange("file", String.valueOf(e.getMessage()));
        }
    }

    /** Imports, newest first. */
    @GET
    @Operation(summary = "List imports, newest first")
    @APIResponse(responseCode = "200", description = "A part of the list")
    @APIResponse(responseCode = "422", description = "A parameter is out of range")
    public Page<ImportJob> list(
            @RestQuery @DefaultValue("50") @Min(1) @Max(500) int limit,
            @RestQuery @DefaultValue("2147483647") @Min(1) int cursor) {
        return Page.newest(imports.newest(cursor, limit), imports.count(), limit);
    }

    /** One import. */
    @GET
    @Path("{id}")
    @Operation(summary = "Follow an import")
    @APIResponse(responseCode = "200", description = "Where it stands and what it did")
    @APIResponse(responseCode = "404", description = "There is no such import")
    public ImportJob get(@RestPath int id) {
        return imports.byId(id).orElseThrow(() -> Problems.notFound("There is no import " + id + "."));
    }

    /** Takes an import back. */
    @DELETE
    @Path("{id}")
    @Operation(
            summary = "Undo an import",
            description = "Removes, at once, what only this import brought. One that waits or is at work is cancelled.")
    @APIResponse(responseCode = "200", description = "Undone, or being cancelled")
    @APIResponse(responseCode = "404", description = "There is no such import")
    @APIResponse(responseCode = "409", description = "It is neither completed nor waiting nor at work")
    public ImportJob undo(@RestPath int id) {
        JobStatus status = get(id).status();
        if (!imports.undo(id)) {
            throw Problems.conflict("Import %d is %s: there is nothing to undo.".formatted(id, status.word()));
        }
        return get(id);
    }

    private static Response accepted(ImportJob job) {
        return Response.accepted(job)
                .header(HttpHeaders.LOCATION, "imports/" + job.id())
                .build();
    }
}
