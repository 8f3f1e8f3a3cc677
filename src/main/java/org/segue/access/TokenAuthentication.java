package org.segue.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segue.access.clients.Clients;

/**
 * Identifies the sender of a request: by the token in its {@code Authorization} header, by the session cookie, or by a trusted
 * proxy's header. On ListenBrainz paths only a user's token counts, which may be in the query; a wrong token counts as none,
 * because the protocol's answers report it themselves. On Last.fm's paths nothing of these counts. Where plugins of players ask for
 * mixes, the tokens of libraries and users count; wrong ones are refused and not counted. Never blocks.
 */
@Singleton
class TokenAuthentication implements HttpAuthenticationMechanism {

    private static final String BLOCKED = "segue.too-many-failures";

    private final Tokens tokens;
    private final LibraryTokens libraries;
    private final ProxyUsers proxyUsers;
    private final Clients clients;

    TokenAuthentication(Tokens tokens, LibraryTokens libraries, ProxyUsers proxyUsers, Clients clients) {
        this.tokens = tokens;
        this.libraries = libraries;
        this.proxyUsers = proxyUsers;
        this.clients = clients;
    }

    // Answers null for a request without credentials; Quarkus then makes an anonymous identity.
    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        HttpServerRequest request = context.request();
        if (PathFamily.isLastFm(context.normalizedPath())) {
            return Uni.createFrom().nullItem();
        }
        if (PathFamily.isProtocol(context.normalizedPath())) {
            return identity(player(request));
        }
        String token = token(request.getHeader(HttpHeaders.AUTHORIZATION), "bearer");
        if (token != null) {
            return PathFamily.isMix(context.normalizedPath()) ? ofPlugin(token) : ofToken(context, token);
        }
        Cookie cookie = request.getCookie(SessionCookie.NAME);
        Optional<Caller> signedIn = cookie == null ? Optional.empty() : tokens.ofSession(cookie.getValue());
        return signedIn.isPresent()
                ? identity(signedIn)
                : proxyUsers.callerOf(request).flatMap(TokenAuthentication::identity);
    }

    // A plugin that is set up wrongly must not shut out the others of its address; nobody can guess such a token.
    private Uni<SecurityIdentity> ofPlugin(String token) {
        Optional<Caller> caller = libraries.caller(token).or(() -> tokens.userOf(token));
        return caller.isPresent() ? identity(caller) : Uni.createFrom().failure(AuthenticationFailedException::new);
    }

    private Uni<SecurityIdentity> ofToken(RoutingContext context, String token) {
        try {
            Optional<Caller> caller =
                    ofHealthCheck(context, token).or(() -> tokens.caller(token, clients.of(context.request())));
            return caller.isPresent() ? identity(caller) : Uni.createFrom().failure(AuthenticationFailedException::new);
        } catch (TooManyFailuresException e) {
            context.put(BLOCKED, true);
            return Uni.createFrom().failure(AuthenticationFailedException::new);
        }
    }

    // Jellyfin's plugin asks for the page to see whether the service is there.
    private Optional<Caller> ofHealthCheck(RoutingContext context, String token) {
        boolean isOne = HttpMethod.GET.equals(context.request().method())
                && context.normalizedPath().equals("/");
        return isOne ? libraries.caller(token) : Optional.empty();
    }

    private Optional<Caller> player(HttpServerRequest request) {
        String token = playersToken(request);
        if (token == null) {
            token = request.getParam("token");
        }
        return token == null ? Optional.empty() : tokens.userOf(token);
    }

    /** What a player sends as its token in the header, by any of the two schemes; null if there is nothing. */
    static @Nullable String playersToken(HttpServerRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        String token = token(authorization, "token");
        return token == null ? token(authorization, "bearer") : token;
    }

    // Schemes are of any case.
    private static @Nullable String token(@Nullable String authorization, String scheme) {
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(scheme + ' ')) {
            return null;
        }
        return authorization.substring(scheme.length() + 1).strip();
    }

    private static Uni<SecurityIdentity> identity(Optional<Caller> caller) {
        return caller.isEmpty() ? Uni.createFrom().nullItem() : Uni.createFrom().item(identity(caller.get()));
    }

    private static SecurityIdentity identity(Caller caller) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(caller.administrator() ? "administrator" : caller.user()))
                .addRole(caller.administrator() ? "administrator" : "user")
                .addAttribute(Access.CALLER, caller)
                .build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        if (context.get(BLOCKED) != null) {
            context.response().putHeader("Retry-After", "60");
            Refusal.send(context, 429, "Too Many Requests", TooManyFailuresException.WORDS);
        } else if (PathFamily.isPage(context)) {
            context.response()
                    .setStatusCode(303)
                    .putHeader(HttpHeaders.LOCATION, PathFamily.toSignIn(context))
                    .end();
        } else {
            boolean isProtocol = PathFamily.isProtocol(context.normalizedPath());
            context.response().putHeader("WWW-Authenticate", isProtocol ? "Token" : "Bearer");
            Refusal.send(
                    context,
                    401,
                    "Unauthorized",
                    isProtocol
                            ? "This needs the Authorization header with a user's token: Token <uuid>."
                            : "This needs a token that is right: Authorization: Bearer <token>.");
        }
        return Uni.createFrom().item(true);
    }
}
