package org.segue.access.bodies;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Where a request runs: one event loop, with what belongs to the request. Made there. */
final class RequestContext {

    private static final String CONTINUE = "100-continue";

    private final Context context = Vertx.currentContext();

    /** Does a step there: now, if this is called from there. */
    void run(Runnable step) {
        if (Vertx.currentContext() == context) {
            step.run();
        } else {
            context.runOnContext(later -> step.run());
        }
    }

    /** Tells a client that waits for a word to send the body. */
    static void invite(HttpServerRequest request) {
        if (CONTINUE.equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.headers().remove(HttpHeaders.EXPECT);
            request.response().writeContinue();
        }
    }
}
