package org.segue.web.library;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.access.LibraryTokens;
import org.segue.library.LibraryService;
import org.segue.library.LibrarySyncService;
import org.segue.training.TrainingRequest;
import org.segue.training.TrainingService;
import org.segue.training.TrainingUnderWayException;
import org.segue.web.PageResponse;
import org.segue.web.library.ServerReader.Said;

/** Forms of a library's page but those of its accounts, for the administrator. */
@Path("/library/{id}")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class LibraryForms {

    private static final Logger LOG = Logger.getLogger(LibraryForms.class);
    private static final int NOBODY_ASKED = -1;

    private final ServerReader page;
    private final LibraryFormReader forms;
    private final Connecting connecting;
    private final LibraryService libraries;
    private final LibrarySyncService syncs;
    private final LibraryTokens tokens;
    private final TrainingService trainings;

    LibraryForms(
            ServerReader page,
            LibraryFormReader forms,
            Connecting connecting,
            LibraryService libraries,
            LibrarySyncService syncs,
            LibraryTokens tokens,
            TrainingService trainings) {
        this.page = page;
        this.forms = forms;
        this.connecting = connecting;
        this.libraries = libraries;
        this.syncs = syncs;
        this.tokens = tokens;
        this.trainings = trainings;
    }

    /** Changes name and addresses. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> change(
            @RestPath int id, MultivaluedMap<String, String> typed, @Context HttpServerRequest http) {
        ServerForm server = forms.server(typed);
        FieldProblem problem = server.problem().isSaid() ? server.problem() : connecting.change(id, server);
        return problem.isSaid()
                ? page.page(PageResponse.UNPROCESSABLE, id, NOBODY_ASKED, Said.settings(server.with(problem)), http)
                : PageResponse.seeOther("../library/" + id);
    }

    /**
     * Reads all songs of the library; a sync that is under way is as good.
     *
     * @param forget {@code true} if songs may be forgotten that the server no longer has, however many
     */
    @POST
    @Path("sync")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> sync(@RestPath int id, @RestForm @Nullable String forget) {
        connecting.sync(id, "true".equals(forget));
        return PageResponse.seeOther("../../library/" + id);
    }

    /** Cancels what is under way; if it has ended, the page is the same. */
    @POST
    @Path("cancel")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> cancel(@RestPath int id) {
        syncs.last(id).filter(sync -> !sync.status().isFinal()).ifPresent(sync -> syncs.cancel(sync.id()));
        return PageResponse.seeOther("../../library/" + id);
    }

    /** Trains with what the library has brought; a training that runs is as good. */
    @POST
    @Path("train")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> train(@RestPath int id) {
        try {
            trainings.start(TrainingRequest.byDefault().spec());
        } catch (TrainingUnderWayException e) {
            LOG.debug("A training runs already");
        }
        return PageResponse.seeOther("../../library/" + id);
    }

    /** Makes the token for mixes in place of the one before, and shows it. */
    @POST
    @Path("token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> token(@RestPath int id, @Context HttpServerRequest http) {
        return tokens.create(id)
                .map(made -> page.page(PageResponse.OK, id, NOBODY_ASKED, Said.token(made), http))
                .orElseGet(PageResponse::missing);
    }

    /** Revokes the token for mixes; if there is none, the page is the same. */
    @POST
    @Path("token/revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> revoke(@RestPath int id) {
        tokens.revoke(id);
        return PageResponse.seeOther("../../../library/" + id);
    }

    /** Removes the library; one that is gone already is no mistake. */
    @POST
    @Path("remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> remove(@RestPath int id) {
        libraries.delete(id);
        return PageResponse.seeOther("../../library");
    }
}
