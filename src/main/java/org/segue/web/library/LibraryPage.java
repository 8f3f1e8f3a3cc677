package org.segue.web.library;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.web.FieldText;
import org.segue.web.PageResponse;

/** The pages of libraries, for the administrator: all of them with the form that connects another, and each one. */
@Path("/library")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class LibraryPage {

    private static final int MAX_FROM = 1_000_000;

    private final LibrariesReader reader;
    private final ServerReader servers;
    private final LibraryFormReader forms;
    private final Connecting connecting;
    private final Access access;

    LibraryPage(
            LibrariesReader reader,
            ServerReader servers,
            LibraryFormReader forms,
            Connecting connecting,
            Access access) {
        this.reader = reader;
        this.servers = servers;
        this.forms = forms;
        this.connecting = connecting;
        this.access = access;
    }

    /** All libraries. */
    @GET
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> show(@Context HttpServerRequest http) {
        return PageResponse.page(PageResponse.OK, page(ServerForm.BLANK, LoginForm.BLANK, http));
    }

    private TemplateInstance page(ServerForm server, LoginForm login, HttpServerRequest http) {
        boolean administrator = access.caller().administrator();
        return Templates.library(new LibrariesView(
                PageRoot.of(http),
                administrator,
                administrator ? reader.cards() : List.of(),
                server,
                login,
                administrator ? reader.listeners() : List.of()));
    }

    /**
     * Connects a server: signs in there, and begins to read its songs. If that cannot be, nothing is kept, and the page says why.
     *
     * @param typed the server and an account
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> connect(
            MultivaluedMap<String, String> typed, @Context HttpServerRequest http) {
        ServerForm server = forms.server(typed);
        LoginForm login = forms.login(typed);
        if (!server.problem().isSaid() && !login.problem().isSaid()) {
            Connecting.Outcome outcome = connecting.connect(server, login, LibraryFormReader.password(typed));
            if (outcome.library() != 0) {
                return PageResponse.seeOther(PageRoot.of(http) + "library/" + outcome.library());
            }
            server = outcome.server();
            login = outcome.login();
        }
        return PageResponse.page(PageResponse.UNPROCESSABLE, page(server, login, http));
    }

    /**
     * One library. Who is not the administrator is led to where that is said.
     *
     * @param from how many unmatched songs come before those to show
     */
    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> show(
            @RestPath int id, @RestQuery @Nullable String from, @Context HttpServerRequest http) {
        if (!access.caller().administrator()) {
            return PageResponse.seeOther(PageRoot.of(http) + "library");
        }
        String typed = FieldText.typed(from);
        int first = typed.matches("\\d{1,7}") ? Math.min(MAX_FROM, Integer.parseInt(typed)) : 0;
        return servers.page(PageResponse.OK, id, typed.isEmpty() ? -1 : first, ServerReader.Said.NOTHING, http);
    }

    /** The page's template. */
    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance library(LibrariesView view);
    }
}
