package org.segue.access;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** A refusal of a request before it reaches a resource: a problem, or what the ListenBrainz protocol has for it. */
public final class Refusal {

    private static final long PATIENCE_MILLIS = 5000;

    private Refusal() {}

    /** Sends it, and closes the connection, or stream of HTTP/2, soon: of a body that is refused nothing more is kept. */
    public static void send(RoutingContext request, int status, String title, String detail) {
        boolean isProtocol = PathFamily.isProtocol(request.normalizedPath());
        JsonObject body = isProtocol
                ? new JsonObject().put("code", status).put("error", detail)
                : new JsonObject()
                        .put("status", status)
                        .put("title", title)
                        .put("detail", detail)
                        .put("instance", request.normalizedPath());
        HttpServerRequest http = request.request();
        // What still comes is thrown away, for a moment: who sends must be able to read the answer.
        if (!http.isEnded()) {
            http.handler(rest -> {}).resume();
            request.vertx().setTimer(PATIENCE_MILLIS, timer -> close(http));
        }
        if (!isHttp2(http)) {
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
        }
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, isProtocol ? "application/json" : "application/problem+json")
                .end(body.encode());
    }

    // A connection of HTTP/2 has other requests, and no header that says of it what HTTP/1 says.
    private static boolean isHttp2(HttpServerRequest request) {
        return HttpVersion.HTTP_2.equals(request.version());
    }

    private static void close(HttpServerRequest request) {
        if (isHttp2(request)) {
            request.response().reset(0);
        } else {
            request.connection().close();
        }
    }
}
