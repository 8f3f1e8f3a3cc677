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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.library.LibraryLogin;
import org.segue.library.LoginRepository;
import org.segue.library.LoginService;
import org.segue.library.push.ListPushService;
import org.segue.web.FieldText;
import org.segue.web.PageResponse;
import org.segue.web.library.ServerReader.Said;

/** Forms of the accounts on a library's page, for the administrator. */
@Path("/library/{id}/logins")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class LoginForms {

    private static final int NOBODY_ASKED = -1;

    private final ServerReader page;
    private final LibraryFormReader forms;
    private final Connecting connecting;
    private final LoginRepository known;
    private final LoginService logins;
    private final ListPushService lists;

    LoginForms(
            ServerReader page,
            LibraryFormReader forms,
            Connecting connecting,
            LoginRepository known,
            LoginService logins,
            ListPushService lists) {
        this.page = page;
        this.forms = forms;
        this.connecting = connecting;
        this.known = known;
        this.logins = logins;
        this.lists = lists;
    }

    /** Adds an account, and reads what it sees. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> add(
            @RestPath int id, MultivaluedMap<String, String> typed, @Context HttpServerRequest http) {
        LoginForm login = forms.login(typed);
        FieldProblem problem = login.problem().isSaid()
                ? login.problem()
                : connecting.add(id, login, LibraryFormReader.password(typed));
        return problem.isSaid()
                ? page.page(PageResponse.UNPROCESSABLE, id, NOBODY_ASKED, Said.added(login.with(problem)), http)
                : PageResponse.seeOther("../../library/" + id);
    }

    /** Changes what is taken over from an account, and its password if one was typed. */
    @POST
    @Path("{login}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> change(
            @RestPath int id,
            @RestPath int login,
            MultivaluedMap<String, String> typed,
            @Context HttpServerRequest http) {
        Optional<LibraryLogin> found = find(id, login);
        if (found.isEmpty()) {
            return PageResponse.missing();
        }
        String password = LibraryFormReader.password(typed);
        FieldProblem problem = forms.password(password, false);
        if (!problem.isSaid()) {
            boolean isKey = LibraryFormReader.isChecked(typed, "apiKey");
            problem = connecting.change(found.get(), password, isKey, LibraryFormReader.taste(typed));
        }
        return problem.isSaid()
                ? page.page(PageResponse.UNPROCESSABLE, id, NOBODY_ASKED, Said.changed(login, problem), http)
                : PageResponse.seeOther("../../../library/" + id);
    }

    /** Removes an account with what only it brought; one that is gone already is no mistake. */
    @POST
    @Path("{login}/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> remove(@RestPath int id, @RestPath int login) {
        find(id, login).ifPresent(gone -> logins.remove(gone.id()));
        return PageResponse.seeOther("../../../../library/" + id);
    }

    private Optional<LibraryLogin> find(int id, int login) {
        return known.byId(login).filter(found -> found.libraryId() == id);
    }

    /**
     * Switches a playlist on or off.
     *
     * @param list kind of a generated one, or id of a kept one
     * @param on {@code true} to send it
     */
    @POST
    @Path("{login}/lists")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> send(
            @RestPath int id, @RestPath int login, @RestForm @Nullable String list, @RestForm @Nullable String on) {
        find(id, login).ifPresent(found -> lists.choose(found, FieldText.typed(list), "true".equals(on)));
        return PageResponse.seeOther("../../../../library/" + id + "#lists");
    }
}
