package org.segue.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * Looks at every request first: brings its path into the one form that rules are made for, and refuses unknown hosts and
 * what pages of other sites would have a browser change here. Every browser says where such a request comes from; programs
 * say nothing of the kind and are let through. The ListenBrainz protocol is let through too: it goes by a token that no browser
 * sends by itself.
 */
@Singleton
class RequestChecks {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> KNOWN_SITES = Set.of("same-origin", "none", "cross-site");
    private static final String PROTOCOL_ALIAS = "/apis/listenbrainz/1/";
    private static final int BEFORE_ALL_OTHERS = 1100;

    private final HostNames hosts;

    RequestChecks(AccessConfig config) {
        this.hosts = new HostNames(config.hosts().orElse(List.of()));
    }

    void install(@Observes Filters filters) {
        filters.register(this::check, BEFORE_ALL_OTHERS);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = canonical(context.normalizedPath());
        String host = request.getHeader("Host");
        if (path.indexOf(';') >= 0) {
            Refusal.send(context, 400, "Bad Request", "An address has no \";\" here.");
        } else if (host != null && !hosts.isAllowed(host)) {
            Refusal.send(
                    context,
                    403,
                    "Forbidden",
                    "Segue does not know itself under this name: add it to segue.access.hosts.");
        } else if (!path.equals(request.path())) {
            String query = request.query();
            context.reroute(query == null ? path : path + '?' + query);
        } else if (isForeign(request) && !READING.contains(request.method()) && !PathFamily.isProtocol(path)) {
            Refusal.send(context, 403, "Forbidden", "Pages of other sites may not change anything here.");
        } else {
            context.next();
        }
    }

    // Players put slashes behind and before the protocol's paths.
    private static String canonical(String normalized) {
        String path = normalized.startsWith(PROTOCOL_ALIAS)
                ? "/1/" + normalized.substring(PROTOCOL_ALIAS.length())
                : normalized;
        return PathFamily.isProtocol(path) && path.length() > 3 && path.endsWith("/")
                ? path.substring(0, path.length() - 1)
                : path;
    }

    // What the browser says itself counts first: a proxy in front may have replaced the host.
    private static boolean isForeign(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && KNOWN_SITES.contains(site)) {
            return site.equals("cross-site");
        }
        String origin = request.getHeader("Origin");
        String host = request.getHeader("Host");
        return origin != null
                && host != null
                && !HostNames.withoutPort(origin).equalsIgnoreCase(HostNames.withoutPort(host));
    }
}
