package org.segue.web;

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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.access.Caller;
import org.segue.access.Session;
import org.segue.access.SessionCookie;
import org.segue.access.Tokens;
import org.segue.access.TooManyFailuresException;

/** Where a browser gives a token for a session, and ends it. */
@Path("/")
public class SignInPage {

    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;

    private final Tokens tokens;
    private final Access access;
    private final Words words;

    SignInPage(Tokens tokens, Access access, Words words) {
        this.tokens = tokens;
        this.access = access;
        this.words = words;
    }

    /** The page. */
    @GET
    @Path("sign-in")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance open() {
        return page("");
    }

    /**
     * Signs in.
     *
     * @param token the administrator's, or a user's
     */
    @POST
    @Path("sign-in")
    @Blocking
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> signIn(@RestForm @Nullable String token, @Context HttpServerRequest http) {
        try {
            Optional<Session> session = tokens.signIn(token == null ? "" : token.strip(), SessionCookie.address(http));
            return session.isPresent()
                    ? home(SessionCookie.of(session.get(), http))
                    : refused(UNAUTHORIZED, words.tokenWrong());
        } catch (TooManyFailuresException e) {
            return refused(TOO_MANY, words.tokenTooMany());
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
        return home(SessionCookie.none(http));
    }

    private TemplateInstance page(String problem) {
        Caller caller = access.caller();
        String name = caller.administrator() ? words.administrator() : caller.user();
        return Templates.signIn(new SignInView(caller.isSomebody(), caller.administrator(), name, problem));
    }

    private RestResponse<TemplateInstance> refused(int status, String problem) {
        return RestResponse.ResponseBuilder.<TemplateInstance>create(status)
                .entity(page(problem))
                .build();
    }

    // Relative, as the way in was: Segue may live under a path of a proxy's.
    private static RestResponse<TemplateInstance> home(String cookie) {
        return RestResponse.ResponseBuilder.<TemplateInstance>create(RestResponse.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "./")
                .header(HttpHeaders.SET_COOKIE, cookie)
                .build();
    }
}
