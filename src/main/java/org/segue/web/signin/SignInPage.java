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
import org.segue.web.feedback.FeedbackOnceSignedIn;
import org.segue.web.feedback.FeedbackOnceSignedIn.Wish;
import org.segue.web.signin.SignInView.Problem;

/** The page for signing in and out: a token for a session. */
@Path("/")
public class SignInPage {

    private final Tokens tokens;
    private final Access access;
    private final Clients clients;
    private final FeedbackOnceSignedIn feedback;

    SignInPage(Tokens tokens, Access access, Clients clients, FeedbackOnceSignedIn feedback) {
        this.feedback = feedback;
        this.tokens = tokens;
        this.access = access;
        this.clients = clients;
    }

    /**
     * The page; for somebody who is signed in, the account.
     *
     * @param to where to go after signing in, from the root on
     * @param song public id of a song to give feedback on then
     * @param artist public id of an artist to give feedback on then
     * @param verdict that feedback: love, dislike or ban
     */
    @GET
    @Path("sign-in")
    @Blocking
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> open(
            @RestQuery @Nullable String to,
            @RestQuery @Nullable String song,
            @RestQuery @Nullable String artist,
            @RestQuery @Nullable String verdict) {
        return PageResponse.page(
                PageResponse.OK, page(ReturnAddress.of(to), feedback.wish(song, artist, verdict), null));
    }

    /**
     * Signs in.
     *
     * @param token the administrator's, or a user's
     * @param to where to go then, from the root on
     * @param song public id of a song to give feedback on then
     * @param artist public id of an artist to give feedback on then
     * @param verdict that feedback: love, dislike or ban
     */
    @POST
    @Path("sign-in")
    @Blocking
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> signIn(
            @RestForm @Nullable String token,
            @RestForm @Nullable String to,
            @RestForm @Nullable String song,
            @RestForm @Nullable String artist,
            @RestForm @Nullable String verdict,
            @Context HttpServerRequest http) {
        String back = ReturnAddress.of(to);
        try {
            Optional<Session> session = tokens.signIn(FieldText.typed(token), clients.of(http));
            if (session.isEmpty()) {
                Wish wish = feedback.wish(song, artist, verdict);
                return PageResponse.page(PageResponse.UNAUTHORIZED, page(back, wish, Problem.WRONG_TOKEN));
            }
            feedback.give(session.get().caller(), song, artist, verdict);
            return seeOther(back, SessionCookie.of(session.get(), http));
        } catch (TooManyFailuresException e) {
            Wish wish = feedback.wish(song, artist, verdict);
            return PageResponse.page(PageResponse.TOO_MANY, page(back, wish, Problem.TOO_MANY_TOKENS));
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

    private TemplateInstance page(String to, Wish then, @Nullable Problem problem) {
        Caller caller = access.caller();
        return Templates.signIn(new SignInView(caller.isSomebody(), caller.administrator(), to, then, problem));
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
