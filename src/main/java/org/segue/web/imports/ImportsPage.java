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
import org.segue.imports.DateOrder;
import org.segue.imports.ImportException;
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
    private final Access access;
    private final Language language;

    ImportsPage(ImportService imports, PreviewService previews, Access access, Language language) {
        this.imports = imports;
        this.previews = previews;
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
     * What is said of files besides them, as it was typed.
     *
     * @param user whose listens they are, empty if the files say so
     * @param source whose ids they carry, empty for that of the format
     * @param dateOrder {@code dmy} or {@code mdy}, empty to go by the files
     * @param zone of times that have none, empty for UTC
     * @param encoding charset of what is neither UTF-8 nor UTF-16, empty for windows-1252
     * @param problem what is wrong with it or them, empty if nothing is
     * @param isUndecided whether that is that nobody has said how dates are read
     */
    @TemplateData
    public record ImportForm(
            String user,
            String source,
            String dateOrder,
            String zone,
            String encoding,
            String problem,
            boolean isUndecided) {
        private static ImportForm typed(
                @Nullable String user,
                @Nullable String source,
                @Nullable String dateOrder,
                @Nullable String zone,
                @Nullable String encoding,
                String problem) {
            return new ImportForm(
                    FieldText.typed(user),
                    FieldText.typed(source),
                    FieldText.typed(dateOrder),
                    FieldText.typed(zone),
                    FieldText.typed(encoding),
                    problem,
                    false);
        }

        private ImportForm with(String newProblem) {
            return new ImportForm(user, source, dateOrder, zone, encoding, newProblem, false);
        }

        private ImportForm undecided(String newProblem) {
            return new ImportForm(user, source, dateOrder, zone, encoding, newProblem, true);
        }

        /** The problem as the page tells it. */
        public ImportProblem told() {
            return ImportProblem.of(problem);
        }

        /** Whether anything is said but the problem, or asked for. */
        public boolean says() {
            return isUndecided || !(user + source + dateOrder + zone + encoding).isEmpty();
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
            @RestForm @Nullable String encoding) {
        ImportForm form = checked(ImportForm.typed(user, source, dateOrder, zone, encoding, ""));
        if (!form.problem().isEmpty()) {
            return refused(form);
        }
        try {
            return imports.acceptKept(FieldText.typed(upload), options(form))
                    .map(job -> PageResponse.seeOther("imports"))
                    .orElseGet(() -> refused(form.with(messages().filesGone())));
        } catch (ListenerException e) {
            return refused(form.with(String.valueOf(e.getMessage())));
        }
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
