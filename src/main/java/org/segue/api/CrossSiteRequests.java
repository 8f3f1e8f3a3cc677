package org.segue.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Refuses what pages of other sites would have a browser change here: every browser says where such a request comes from.
 * Programs say nothing of the kind and are let through.
 */
@Singleton
class CrossSiteRequests {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> KNOWN_SITES = Set.of("same-origin", "none", "cross-site");
    private static final int BEFORE_ALL_BUT_LIMITS = 900;

    void install(@Observes Filters filters) {
        filters.register(CrossSiteRequests::check, BEFORE_ALL_BUT_LIMITS);
    }

    private static void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (isForeign(request) && !READING.contains(request.method())) {
            PlainProblem.send(context, 403, "Forbidden", "Pages of other sites may not change anything here.");
        } else {
            context.next();
        }
    }

    // What the browser says itself counts first: a proxy in front may have replaced the host.
    private static boolean isForeign(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && KNOWN_SITES.contains(site)) {
            return site.equals("cross-site");
        }
        String origin = request.getHeader("Origin");
        String host = request.getHeader("Host");
        return origin != null && host != null && !host(origin).equalsIgnoreCase(host(host));
    }

    // A proxy in front may speak TLS: scheme and port are not compared.
    private static String host(String originOrHost) {
        int scheme = originOrHost.indexOf("://");
        String authority = scheme < 0 ? originOrHost : originOrHost.substring(scheme + 3);
        int port = authority.lastIndexOf(':');
        // A colon inside brackets is one of an IPv6 address.
        return port > authority.lastIndexOf(']') ? authority.substring(0, port) : authority;
    }
}
