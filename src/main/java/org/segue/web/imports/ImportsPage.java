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
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.access.bodies.MalformedBodyException;
import org.segue.access.bodies.ReceivedForm;
import org.segue.backgrounds.DemoService;
import org.segue.imports.DateOrder;
import org.segue.imports.ImportException;
import org.segue.imports.ImportJob;
import org.segue.imports.ImportOptions;
import org.segue.imports.ImportService;
import org.segue.imports.ListenerException;
import org.segue.imports.PreviewService;
import org.segue.imports.UndecidedDatesException;
import org.segue.imports.Upload;
import org.segue.imports.formats.Formats;
import org.segue.storage.StorageException;
import org.segue.web.CommonMessages;
import org.segue.web.FieldText;
import org.segue.web.Language;
import org.segue.web.PageResponse;

/** The page of imports: preview, import, report, undo. */
@Path("/imports")
@Blocking
public class ImportsPage {

    private static final Logger LOG = Logger.getLogger(ImportsPage.class);
    private static final int IMPORTS = 50;
    private static final int MAX_USER_LENGTH = 128;
    private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9._-]{0,40}");

    private final ImportService imports;
    private final PreviewService previews;
    private final DemoService demo;
    private final Access access;
    private final Language language;

    ImportsPage(ImportService imports, PreviewService previews, DemoService demo, Access access, Language language) {
        this.imports = imports;
        this.previews = previews;
        this.demo = demo;
        this.access = access;
        this.language = language;
    }

    /**
     * What the page shows.
     *
     * @param administrator whether the administrator asks; others cannot import
     * @param form what was said of the files
     * @param preview what an import of the files would do, null if none were sent
     * @param underWay whether an import waits or is at work
     * @param imports newest first
     */
    @TemplateData
    public record ImportsView(
            boolean administrator,
            ImportForm form,
            @Nullable PreviewView preview,
            boolean underWay,
            List<ImportRow> imports) {

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
    public TemplateInstance show(@RestQuery @Nullable String user) {
        return page(ImportForm.typed(user, "", "", "", "", ""), null);
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
        ImportForm form = checked(ImportForm.typed(
                received.field("user"),
                received.field("source"),
                received.field("dateOrder"),
                received.field("zone"),
                received.field("encoding"),
                ""));
        // Browsers send a part without name or content where no file was chosen.
        List<Upload> uploads = received.files("file").stream()
                .filter(file -> !file.name().isEmpty() || file.bytes() > 0)
                .map(file -> Upload.of(file.path(), file.name()))
                .toList();
        if (!form.problem().isEmpty() || uploads.isEmpty()) {
            return refused(form.problem().isEmpty() ? form.with(messages().chooseFiles()) : form);
        }
        try {
            PreviewView preview = PreviewView.of(previews.preview(uploads, options(form)));
            return PageResponse.page(PageResponse.OK, page(form, preview));
        } catch (UndecidedDatesException e) {
            return refused(form.undecided(messages().undecided(String.valueOf(e.getMessage()))));
        } catch (ImportException e) {
            return refused(form.with(String.valueOf(e.getMessage())));
        }
    }

    private RestResponse<TemplateInstance> answer(int status, String problem) {
        return PageResponse.page(status, page(ImportForm.typed("", "", "", "", "", problem), null));
    }

    /**
     * Imports files that were previewed.
     *
     * @param upload name under which the preview kept them
     * @param removeDemo whether the demo goes once the import is in force
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> importKept(
            @RestForm @Nullable String upload,
            @RestForm @Nullable String user,
            @RestForm @Nullable String source,
            @RestForm @Nullable String dateOrder,
            @RestForm @Nullable String zone,
            @RestForm @Nullable String encoding,
            @RestForm boolean removeDemo) {
        ImportForm form = checked(ImportForm.typed(user, source, dateOrder, zone, encoding, ""));
        if (!form.problem().isEmpty()) {
            return refused(form);
        }
        try {
            return imports.acceptKept(FieldText.typed(upload), options(form))
                    .map(job -> accepted(job, removeDemo))
                    .orElseGet(() -> refused(form.with(messages().filesGone())));
        } catch (ListenerException e) {
            return refused(form.with(String.valueOf(e.getMessage())));
        }
    }

    private RestResponse<TemplateInstance> accepted(ImportJob job, boolean removeDemo) {
        if (removeDemo) {
            demo.removeAfter(job.id());
        }
        return PageResponse.seeOther("imports");
    }

    /** Undoes an import, or cancels it; one that is undone already leads to the same page. */
    @POST
    @Path("{id}/undo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> undo(@RestPath int id) {
        imports.undo(id);
        return PageResponse.seeOther("../../imports");
    }

    private ImportForm checked(ImportForm form) {
        if (form.user().length() > MAX_USER_LENGTH) {
            return form.with(language.messages(CommonMessages.class).userTooLong(MAX_USER_LENGTH));
        }
        if (!form.dateOrder().isEmpty() && DateOrder.orNull(form.dateOrder()) == null) {
            return form.with(messages().oddOrder());
        }
        if (!form.zone().isEmpty() && !ImportOptions.isZone(form.zone())) {
            return form.with(messages().oddZone());
        }
        if (!form.encoding().isEmpty() && !ImportOptions.isEncoding(form.encoding())) {
            return form.with(messages().oddEncoding());
        }
        return SOURCE.matcher(form.source()).matches()
                ? form
                : form.with(messages().oddSource());
    }

    private ImportOptions options(ImportForm form) {
        String source = form.source().isEmpty() ? null : form.source();
        String user = form.user().isEmpty() ? null : form.user();
        return new ImportOptions(ImportOptions.AUTO, source, user, null)
                .withDates(DateOrder.orNull(form.dateOrder()), form.zone().isEmpty() ? null : form.zone())
                .withEncoding(form.encoding().isEmpty() ? null : form.encoding());
    }

    private ImportsMessages messages() {
        return language.messages(ImportsMessages.class);
    }

    private RestResponse<TemplateInstance> refused(ImportForm form) {
        return PageResponse.page(PageResponse.UNPROCESSABLE, page(form, null));
    }

    private TemplateInstance page(ImportForm form, @Nullable PreviewView preview) {
        Instant now = Instant.now();
        List<ImportRow> rows = imports.newest(Integer.MAX_VALUE, IMPORTS).stream()
                .map(job -> ImportRow.of(job, now))
                .toList();
        return Templates.imports(new ImportsView(
                access.caller().administrator(),
                form,
                preview,
                rows.stream().anyMatch(row -> row.work() != null),
                rows));
    }

    /** The page's template. */
    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance imports(ImportsView view);
    }
}
