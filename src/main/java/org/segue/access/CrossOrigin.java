package org.segue.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Lets players that run in a browser, on pages of any origin, speak the ListenBrainz protocol: whoever sends a listener's token
 * in the {@code Authorization} header may read the answer. Nobody else's page may, since reading is open on the LAN: an answer
 * says so only behind such a token, and no cookie and no proxy's sign-in stands for one.
 */
@Singleton
public class CrossOrigin {

    /** Behind what brings paths into their form and refuses hosts, before everything that answers. */
    private static final int AFTER_REQUEST_CHECKS = 1099;

    /** Two hours: browsers keep it no longer. */
    private static final String PREFLIGHT_SECONDS = "7200";

    private final Tokens tokens;

    CrossOrigin(Tokens tokens) {
        this.tokens = tokens;
    }

    void install(@Observes Filters filters) {
        filters.register(this::allow, AFTER_REQUEST_CHECKS);
    }

    private void allow(RoutingContext context) {
        if (PathFamily.isProtocol(context.normalizedPath()) && hasListenersToken(context.request())) {
            context.response().putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        }
        context.next();
    }

    private boolean hasListenersToken(HttpServerRequest request) {
        String token = TokenAuthentication.playersToken(request);
        return token != null && tokens.userOf(token).isPresent();
    }

    /**
     * Tells a browser that asks before it sends something to the protocol what it may send there; says nothing to others.
     *
     * @param methods of the address
     */
    public static void answerPreflight(RoutingContext context, Set<String> methods) {
        HttpServerRequest request = context.request();
        if (PathFamily.isProtocol(context.normalizedPath())
                && request.getHeader(HttpHeaders.ORIGIN) != null
                && request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null) {
            context.response()
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, String.join(", ", methods))
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "Authorization, Content-Type")
                    .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, PREFLIGHT_SECONDS);
        }
    }
}
