package org.segue.access;

import io.quarkus.security.ForbiddenException;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;

/**
 * Says in words what was forbidden by {@link AccessPolicy}, what the router cannot make out, and what failed on the way to a
 * resource. What is logged of an address is its path: a token may be in the rest.
 */
@Singleton
class RefusedRequests {

    private static final Logger LOG = Logger.getLogger(RefusedRequests.class);

    /** The router's own handler comes last, and logs whole addresses. */
    private static final int BEFORE_THE_LAST = Integer.MAX_VALUE - 1;

    private final RefusalLog refusals;

    RefusedRequests(RefusalLog refusals) {
        this.refusals = refusals;
    }

    void install(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::refuse);
        router.route().order(BEFORE_THE_LAST).failureHandler(RefusedRequests::tell);
    }

    private void refuse(RoutingContext request) {
        Throwable failure = request.failure();
        if (request.response().headWritten()) {
            request.next();
        } else if (failure instanceof ForbiddenException) {
            Refusal.send(request, 403, "Forbidden", "Your token does not open this.");
        } else if (failure instanceof VertxException && request.statusCode() == 400) {
            sendUnroutable(request);
        } else {
            request.next();
        }
    }

    // No other handler has seen it.
    private void sendUnroutable(RoutingContext request) {
        HttpServerRequest http = request.request();
        refusals.answered(400, http.method().name(), request.normalizedPath());
        Refusal.send(
                request,
                400,
                "Bad Request",
                http.authority() == null ? RequestChecks.NO_HOST : "A request must name a path.");
    }

    private static void tell(RoutingContext request) {
        Throwable e = request.failure();
        if (e == null || isToldElsewhere(e) || request.response().headWritten()) {
            request.next();
            return;
        }
        LOG.errorf(e, "%s %s failed", request.request().method(), request.normalizedPath());
        Refusal.send(request, 500, "Internal Server Error", "Something went wrong here; the log tells what.");
    }

    // Nobody who is known, too much to do, a client that is gone.
    private static boolean isToldElsewhere(Throwable failure) {
        return failure instanceof SecurityException
                || failure instanceof RejectedExecutionException
                || failure instanceof IOException;
    }
}
