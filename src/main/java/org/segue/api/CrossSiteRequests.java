package org.segue.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what pages of other sites would have a browser change here: every browser says where such a request comes from.
 * Programs say nothing of the kind and are let through.
 */
@Singleton
class CrossSiteRequests {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final int BEFORE_ALL_BUT_LIMITS = 900;

    void install(@Observes Filters filters) {
        filters.register(CrossSiteRequests::check, BEFORE_ALL_BUT_LIMITS);
    }

    private static void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean foreign = "cross-site".equals(request.getHeader("Sec-Fetch-Site"))
                || isForeign(request.getHeader("Origin"), request.getHeader("Host"));
        if (foreign && !READING.contains(request.method())) {
            PlainProblem.send(context, 403, "Forbidden", "Pages of other sites may not change anything here.");
        } else {
            context.next();
        }
    }

    // A proxy in front may speak TLS: scheme and default port are not compared.
    private static boolean isForeign(@Nullable String origin, @Nullable String host) {
        if (origin == null || host == null) {
            return false;
        }
        try {
            String originHost = URI.create(origin).getHost();
            return originHost == null
                    || !originHost.equalsIgnoreCase(URI.create("http://" + host).getHost());
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
