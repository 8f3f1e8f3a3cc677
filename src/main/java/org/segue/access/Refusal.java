package org.segue.access;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/**
 * A refusal of a request before it reaches a resource: a problem, what the protocol of its path has for it, or a page for who
 * looks at pages.
 */
public final class Refusal {

    private static final long PATIENCE_MILLIS = 5000;

    /** Our own words alone stand in it, nothing that was sent. */
    private static final String PAGE =
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>%s – Segue</title><h1>%s</h1><p>%s</p></html>";

    private Refusal() {}

    /** Sends it, and closes the connection, or stream of HTTP/2, soon: of a body that is refused nothing more is kept. */
    public static void send(RoutingContext request, int status, String title, String detail) {
        begin(request, status);
        String path = request.normalizedPath();
        if (PathFamily.isAudioscrobbler(path)) {
            end(
                    request,
                    LastFmFailure.TEXT,
                    LastFmFailure.ofStatus(status, detail).line());
        } else if (PathFamily.isLastFm(path)) {
            endLastFm(request, LastFmFailure.ofStatus(status, detail));
        } else if (PathFamily.isProtocol(path)) {
            end(request, "application/json", player(status, detail).encode());
        } else if (PathFamily.isPage(request)) {
            request.response().putHeader("Content-Security-Policy", "default-src 'none'");
            end(request, "text/html;charset=UTF-8", PAGE.formatted(title, title, detail));
        } else {
            JsonObject problem = problem(status, title, detail).put("instance", request.normalizedPath());
            end(request, "application/problem+json", problem.encode());
        }
    }

    /** The same in the protocol's shape, whatever the address is. */
    public static void sendToPlayer(RoutingContext request, int status, String error) {
        begin(request, status);
        end(request, "application/json", player(status, error).encode());
    }

    private static void begin(RoutingContext request, int status) {
        HttpServerRequest http = request.request();
        // What still comes is thrown away, for a moment: who sends must be able to read the answer.
        if (!http.isEnded()) {
            http.handler(rest -> {}).resume();
            request.vertx().setTimer(PATIENCE_MILLIS, timer -> close(http));
        }
        if (!isHttp2(http)) {
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
        }
        request.response().setStatusCode(status);
    }

    // Of a body nothing was read: what it says of the form of answers is unknown.
    private static void endLastFm(RoutingContext request, LastFmFailure failure) {
        boolean isJson = LastFmFailure.asksForJson(request.request().query());
        end(request, isJson ? "application/json" : LastFmFailure.XML, isJson ? failure.json() : failure.xml());
    }

    private static void end(RoutingContext request, String type, String body) {
        request.response().putHeader(HttpHeaders.CONTENT_TYPE, type).end(body);
    }

    private static JsonObject player(int status, String error) {
        return new JsonObject().put("code", status).put("error", error);
    }

    private static JsonObject problem(int status, String title, String detail) {
        return new JsonObject().put("status", status).put("title", title).put("detail", detail);
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
