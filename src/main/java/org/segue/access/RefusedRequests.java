package org.segue.access;

import io.quarkus.security.ForbiddenException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Says in words what was forbidden by {@link AccessPolicy}. */
@Singleton
class RefusedRequests {

    void install(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(RefusedRequests::refuse);
    }

    private static void refuse(RoutingContext request) {
        if (request.failure() instanceof ForbiddenException
                && !request.response().headWritten()) {
            Refusal.send(request, 403, "Forbidden", "Your token does not open this.");
        } else {
            request.next();
        }
    }
}
