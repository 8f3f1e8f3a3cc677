package org.segue.api;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.access.Session;
import org.segue.access.SessionCookie;
import org.segue.access.Tokens;
import org.segue.access.TooManyFailuresException;
import org.segue.access.clients.Clients;

/** Signs browsers in and out: a token is exchanged for a cookie that scripts cannot read. */
@Path("/api/session")
@Tag(name = "Access", description = "Tokens of users, sessions of browsers")
@Blocking
public class SessionResource {

    private final Tokens tokens;
    private final Clients clients;

    SessionResource(Tokens tokens, Clients clients) {
        this.tokens = tokens;
        this.clients = clients;
    }

    /**
     * A token to sign in with.
     *
     * @param token the administrator's, or a user's
     */
    @Schema(name = "SignIn", examples = "{\"token\":\"…\"}")
    public record SignIn(@Schema(required = true) @Nullable String token) {}

    /**
     * Who has signed in.
     *
     * @param administrator whether it is the administrator
     * @param user public id of the user, empty for the administrator
     * @param expiresAt when the session ends
     */
    public record SignedIn(boolean administrator, String user, Instant expiresAt) {
        private static SignedIn of(Session session) {
            return new SignedIn(
                    session.caller().administrator(), session.caller().user(), session.expiresAt());
        }
    }

    /** Signs in. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Sign in",
            description = "Exchanges a token for a cookie (HttpOnly, SameSite=Strict), which does what the token does.")
    @APIResponse(responseCode = "200", description = "Signed in: the cookie is set")
    @APIResponse(responseCode = "400", description = "The body is not the JSON that was expected")
    @APIResponse(responseCode = "401", description = "The token is wrong")
    @APIResponse(responseCode = "422", description = "There is no token in the body")
    @APIResponse(responseCode = "429", description = "Too many wrong tokens came from this address")
    public RestResponse<SignedIn> signIn(@Nullable SignIn request, @Context HttpServerRequest http) {
        if (request == null || request.token() == null) {
            throw Problems.outOfRange("token", "token must be given.");
        }
        try {
            Optional<Session> session = tokens.signIn(request.token(), clients.of(http));
            Session signedIn = session.orElseThrow(() -> Problems.unauthorized("The token is wrong."));
            return RestResponse.ResponseBuilder.ok(SignedIn.of(signedIn))
                    .header("Set-Cookie", SessionCookie.of(signedIn, http))
                    .build();
        } catch (TooManyFailuresException e) {
            throw Problems.tooMany(String.valueOf(e.getMessage()));
        }
    }

    /** Signs out. */
    @DELETE
    @Operation(summary = "Sign out", description = "Ends the session of the cookie, if there is one.")
    @APIResponse(responseCode = "204", description = "Signed out")
    public RestResponse<Void> signOut(
            @Parameter(hidden = true) @CookieParam(SessionCookie.NAME) @Nullable String cookie,
            @Context HttpServerRequest http) {
        if (cookie != null) {
            tokens.signOut(cookie);
        }
        return RestResponse.ResponseBuilder.<Void>noContent()
                .header("Set-Cookie", SessionCookie.none(http))
                .build();
    }
}
