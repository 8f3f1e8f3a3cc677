package org.segue.web.signin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.access.Caller;
import org.segue.access.Session;
import org.segue.access.SessionCookie;
import org.segue.access.Tokens;
import org.segue.access.TooManyFailuresException;
import org.segue.access.clients.Clients;
import org.segue.web.FieldText;
import org.segue.web.PageResponse;
import org.segue.web.ReturnAddress;
import org.segue.web.signin.SignInView.Problem;

/** The page for signing in and out: a token for a session. */
@Path("/")
public class SignInPage {

    private final Tokens tokens;
    private final Access access;
    private final Clients clients;

    SignInPage(Tokens tokens, Access access, Clients clients) {
        this.tokens = tokens;
        this.access = access;
        this.clients = clients;
    }

    /**
     * The page.
     *
     * @param to where to go after signing in, from the root on
     */
    @GET
    @Path("sign-in")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> open(@RestQuery @Nullable String to) {
        return PageResponse.page(PageResponse.OK, page(ReturnAddress.of(to), null));
    }

    /**
     * Signs in.
     *
     * @param token the administrator's, or a user's
     * @param to where to go then, from the root on
     */
    @POST
    @Path("sign-in")
    @Blocking
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> signIn(
            @RestForm @Nullable String token, @RestForm @Nullable String to, @Context HttpServerRequest http) {
        try {
            Optional<Session> session = tokens.signIn(FieldText.typed(token), clients.of(http));
            return session.isPresent()
                    ? seeOther(ReturnAddress.of(to), SessionCookie.of(session.get(), http))
                    : PageResponse.page(PageResponse.UNAUTHORIZED, page(ReturnAddress.of(to), Problem.WRONG_TOKEN));
        } catch (TooManyFailuresException e) {
            return PageResponse.page(PageResponse.TOO_MANY, page(ReturnAddress.of(to), Problem.TOO_MANY_TOKENS));
        }
    }

    /** Signs out. */
    @POST
    @Path("sign-out")
    @Blocking
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> signOut(
            @CookieParam(SessionCookie.NAME) @Nullable String cookie, @Context HttpServerRequest http) {
        if (cookie != null) {
            tokens.signOut(cookie);
        }
        return seeOther("", SessionCookie.none(http));
    }

    private TemplateInstance page(String to, @Nullable Problem problem) {
        Caller caller = access.caller();
        return Templates.signIn(
                new SignInView(caller.isSomebody(), caller.administrator(), caller.user(), to, problem));
    }

    // Relative, as the way in was: Segue may live under a path of a proxy's.
    private static RestResponse<TemplateInstance> seeOther(String to, String cookie) {
        return RestResponse.ResponseBuilder.<TemplateInstance>create(RestResponse.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "./" + to)
                .header(HttpHeaders.SET_COOKIE, cookie)
                .build();
    }

    /** The page's template. */
    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance signIn(SignInView view);
    }
}
