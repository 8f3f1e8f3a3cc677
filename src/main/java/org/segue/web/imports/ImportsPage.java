package org.segue.web.imports;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.access.bodies.MalformedBodyException;
import org.segue.access.bodies.ReceivedForm;
import org.segue.catalog.AmbiguousNameException;
import org.segue.imports.ImportException;
import org.segue.imports.ImportService;
import org.segue.imports.Upload;
import org.segue.imports.formats.Formats;
import org.segue.storage.StorageException;
import org.segue.web.FieldText;
import org.segue.web.Language;
import org.segue.web.PageResponse;

/** The page of imports: whose history, a preview, the import, what comes next, and the way back. */
@Path("/imports")
@Blocking
public class ImportsPage {

    private static final Logger LOG = Logger.getLogger(ImportsPage.class);
    private static final int IMPORTS = 50;

    private final ImportService imports;
    private final KeptFiles files;
    private final Confirmation confirmation;
    private final NewestImport newest;
    private final RememberedTables remembered;
    private final ImportFormReader forms;
    private final Access access;
    private final Language language;

    ImportsPage(
            ImportService imports,
            KeptFiles files,
            Confirmation confirmation,
            NewestImport newest,
            RememberedTables remembered,
            ImportFormReader forms,
            Access access,
            Language language) {
        this.imports = imports;
        this.files = files;
        this.confirmation = confirmation;
        this.newest = newest;
        this.remembered = remembered;
        this.forms = forms;
        this.access = access;
        this.language = language;
    }

    /**
     * What the page shows.
     *
     * @param administrator whether the administrator asks; others cannot import
     * @param form what was said of the files
     * @param preview what an import of the files would do, null if none were sent
     * @param done the newest import and what comes next, null if there is none that is news
     * @param underWay whether an import waits or is at work
     * @param imports newest first
     * @param remembered tables whose columns are read as people have said
     */
    @TemplateData
    public record ImportsView(
            boolean administrator,
            ImportForm form,
            @Nullable PreviewView preview,
            @Nullable DoneView done,
            boolean underWay,
            List<ImportRow> imports,
            List<RememberedTable> remembered) {

        /** Names of the formats that are read. */
        public List<String> formats() {
            return Formats.names();
        }
    }

    /**
     * The page.
     *
     * @param user public id of the user whose listens are to be imported
     */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> show(@RestQuery @Nullable String user) {
        return PageResponse.page(PageResponse.OK, page(ImportForm.BLANK.of(FieldText.typed(user)), null));
    }

    /**
     * Keeps files and previews their import. The form has beside files {@code user}, public id or name of whose listens they are,
     * {@code source}, whose ids they carry, {@code dateOrder} and {@code zone}, how dates are read, and
     * {@code encoding}, how characters are.
     */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> preview(@Context RoutingContext request) {
        try {
            return preview(ReceivedForm.of(request));
        } catch (MalformedBodyException e) {
            return answer(PageResponse.MALFORMED, messages().malformed());
        } catch (StorageException e) {
            LOG.errorf(e, "An upload cannot be kept: %s", e.getMessage());
            return answer(PageResponse.UNAVAILABLE, messages().unkept());
        }
    }

    private RestResponse<TemplateInstance> preview(ReceivedForm received) {
        ImportForm form = forms.read(received::field);
        // Browsers send a part without name or content where no file was chosen.
        List<Upload> uploads = received.files("file").stream()
                .filter(file -> !file.name().isEmpty() || file.bytes() > 0)
                .map(file -> Upload.of(file.path(), file.name()))
                .toList();
        if (!form.problem().isEmpty() || uploads.isEmpty()) {
            return refused(form.problem().isEmpty() ? form.with(messages().chooseFiles()) : form);
        }
        return previewed(form, () -> files.keep(uploads, form));
    }

    private RestResponse<TemplateInstance> previewed(ImportForm form, Supplier<@Nullable PreviewView> look) {
        try {
            PreviewView preview = look.get();
            if (preview == null) {
                return refused(form.with(messages().filesGone()));
            }
            int status = preview.problem().isEmpty() ? PageResponse.OK : PageResponse.UNPROCESSABLE;
            return PageResponse.page(status, page(form.with(""), preview));
        } catch (ImportException e) {
            return refused(form.with(language.say(e.sentence())));
        }
    }

    private RestResponse<TemplateInstance> answer(int status, String problem) {
        return PageResponse.page(status, page(ImportForm.BLANK.with(problem), null));
    }

    /**
     * Imports files that were previewed, or reads them once more. The form has {@code upload}, under which they are kept,
     * {@code again} if they are only read, and what {@link ImportFormReader} reads of them; {@code removeDemo} if the demo goes once
     * the import is in force.
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> importKept(MultivaluedMap<String, String> typed) {
        ImportForm form = forms.read(typed);
        String upload = FieldText.typed(typed.getFirst("upload"));
        boolean isOnlyRead = typed.containsKey("again");
        if (isOnlyRead || !form.problem().isEmpty()) {
            return previewed(form, () -> files.look(upload, form));
        }
        try {
            boolean removesDemo = "true".equals(typed.getFirst("removeDemo"));
            return confirmation.confirm(upload, form, FieldText.typed(typed.getFirst("user")), removesDemo)
                    ? PageResponse.seeOther("imports")
                    : refused(form.with(messages().filesGone()));
        } catch (ImportException e) {
            return previewed(form.with(language.say(e.sentence())), () -> files.look(upload, form));
        } catch (AmbiguousNameException e) {
            return previewed(form.with(language.say(e.sentence())), () -> files.look(upload, form));
        }
    }

    /** Trains on what is there now, unless a training runs. */
    @POST
    @Path("train")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> train() {
        confirmation.train();
        return PageResponse.seeOther("../imports");
    }

    /** Forgets how the columns of a table are read; one that is forgotten already leads to the same page. */
    @POST
    @Path("columns/{id}/forget")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> forget(@RestPath int id) {
        remembered.forget(id);
        return PageResponse.seeOther("../../../imports");
    }

    private ImportsMessages messages() {
        return language.messages(ImportsMessages.class);
    }

    private RestResponse<TemplateInstance> refused(ImportForm form) {
        return PageResponse.page(PageResponse.UNPROCESSABLE, page(form, null));
    }

    private TemplateInstance page(ImportForm form, @Nullable PreviewView preview) {
        Instant now = Instant.now();
        boolean administrator = access.caller().administrator();
        List<ImportRow> rows = imports.newest(Integer.MAX_VALUE, IMPORTS).stream()
                .map(job -> ImportRow.of(job, now, language))
                .toList();
        return Templates.imports(new ImportsView(
                administrator,
                form,
                preview,
                administrator ? newest.view() : null,
                rows.stream().anyMatch(row -> row.work() != null),
                rows,
                administrator ? remembered.all() : List.of()));
    }

    /** The page's template. */
    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance imports(ImportsView view);
    }
}
