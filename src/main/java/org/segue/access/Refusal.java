package org.segue.access;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** A refusal of a request before it reaches a resource: a problem, or what the ListenBrainz protocol has for it. */
public final class Refusal {

    private Refusal() {}

    /** Sends it, and closes the connection: of a body that is refused nothing more is read. */
    public static void send(RoutingContext request, int status, String title, String detail) {
        boolean isProtocol = PathFamily.isProtocol(request.normalizedPath());
        JsonObject body = isProtocol
                ? new JsonObject().put("code", status).put("error", detail)
                : new JsonObject()
                        .put("status", status)
                        .put("title", title)
                        .put("detail", detail)
                        .put("instance", request.normalizedPath());
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, isProtocol ? "application/json" : "application/problem+json")
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(body.encode());
    }
}
