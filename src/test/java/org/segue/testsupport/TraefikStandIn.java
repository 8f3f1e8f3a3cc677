package org.segue.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import java.io.Closeable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Does with requests what Traefik does by a dynamic configuration, as far as the examples use it: rules of hosts and paths, headers
 * set and taken away, a path taken away, asking who somebody is; and sends the headers that Traefik sends. Debian has no Traefik.
 */
final class TraefikStandIn implements Closeable {

    private static final Pattern HOST = Pattern.compile("Host\\(`([^`]*)`\\)");
    private static final Pattern PATH = Pattern.compile("PathPrefix\\(`([^`]*)`\\)");
    private static final List<String> OF_ONE_CONNECTION =
            List.of("connection", "keep-alive", "transfer-encoding", "upgrade");

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient();
    private final JsonNode config;
    private final int port;

    /** A request on its way: what it is for, and what is sent on. */
    private static final class Passage {
        private final HttpServerRequest request;
        private final MultiMap headers;
        private String uri;

        private Passage(HttpServerRequest request) {
            this.request = request;
            this.headers = MultiMap.caseInsensitiveMultiMap().addAll(request.headers());
            this.uri = request.uri();
        }
    }

    TraefikStandIn(String yaml, int port) throws Exception {
        this.config = new YAMLMapper().readTree(yaml).get("http");
        this.port = port;
        vertx.createHttpServer()
                .requestHandler(this::pass)
                .listen(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    private void pass(HttpServerRequest request) {
        request.pause();
        JsonNode router = router(request);
        if (router == null) {
            request.resume().response().setStatusCode(404).end();
            return;
        }
        Passage passage = new Passage(request);
        tellWhoAsked(passage);
        Future<Boolean> goesOn = Future.succeededFuture(true);
        for (JsonNode name : router.get("middlewares")) {
            JsonNode middleware = config.get("middlewares").get(name.textValue());
            goesOn = goesOn.compose(on -> on ? apply(middleware, passage) : Future.succeededFuture(false));
        }
        goesOn.onSuccess(on -> {
            if (on) {
                send(passage, router.get("service").textValue());
            }
        });
    }

    // The longest rule comes first.
    private @Nullable JsonNode router(HttpServerRequest request) {
        return StreamSupport.stream(config.get("routers").spliterator(), false)
                .filter(router -> matches(router.get("rule").textValue(), request))
                .max((a, b) -> Integer.compare(rule(a).length(), rule(b).length()))
                .orElse(null);
    }

    private static String rule(JsonNode router) {
        return router.get("rule").textValue();
    }

    private static boolean matches(String rule, HttpServerRequest request) {
        List<String> paths =
                PATH.matcher(rule).results().map(found -> found.group(1)).toList();
        return HOST.matcher(rule)
                        .results()
                        .anyMatch(
                                host -> host.group(1).equals(request.authority().host()))
                && (paths.isEmpty() || paths.stream().anyMatch(request.path()::startsWith));
    }

    private void tellWhoAsked(Passage passage) {
        OF_ONE_CONNECTION.forEach(passage.headers::remove);
        passage.headers.names().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith("x-forwarded-"))
                .toList()
                .forEach(passage.headers::remove);
        String client = passage.request.remoteAddress().hostAddress();
        passage.headers
                .set("X-Forwarded-For", client)
                .set("X-Real-Ip", client)
                .set("X-Forwarded-Host", passage.request.getHeader("Host"))
                .set("X-Forwarded-Port", String.valueOf(port))
                .set("X-Forwarded-Proto", "http")
                .set("X-Forwarded-Server", "stand-in");
    }

    private Future<Boolean> apply(JsonNode middleware, Passage passage) {
        for (Map.Entry<String, JsonNode> header :
                middleware.path("headers").path("customRequestHeaders").properties()) {
            setOrRemove(passage.headers, header.getKey(), header.getValue().textValue());
        }
        for (JsonNode prefix : middleware.path("stripPrefix").path("prefixes")) {
            passage.uri = passage.uri.substring(prefix.textValue().length());
            passage.headers.set("X-Forwarded-Prefix", prefix.textValue());
        }
        return middleware.has("forwardAuth")
                ? ask(middleware.get("forwardAuth"), passage)
                : Future.succeededFuture(true);
    }

    private static void setOrRemove(MultiMap headers, String name, String value) {
        if (value.isEmpty()) {
            headers.remove(name);
        } else {
            headers.set(name, value);
        }
    }

    private Future<Boolean> ask(JsonNode forwardAuth, Passage passage) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(forwardAuth.get("address").textValue());
        return client.request(options)
                .compose(question -> {
                    question.headers().addAll(passage.headers).remove("Content-Length");
                    return question.send();
                })
                .map(answer -> {
                    if (answer.statusCode() / 100 != 2) {
                        answer(passage.request, answer);
                        return false;
                    }
                    for (JsonNode name : forwardAuth.get("authResponseHeaders")) {
                        String value = answer.getHeader(name.textValue());
                        setOrRemove(passage.headers, name.textValue(), value == null ? "" : value);
                    }
                    return true;
                });
    }

    private void send(Passage passage, String service) {
        String url = config.at("/services/%s/loadBalancer/servers/0/url".formatted(service))
                .textValue();
        RequestOptions options =
                new RequestOptions().setMethod(passage.request.method()).setAbsoluteURI(url + passage.uri);
        client.request(options)
                .compose(onward -> {
                    onward.headers().addAll(passage.headers);
                    return onward.send(passage.request);
                })
                .onSuccess(answer -> answer(passage.request, answer))
                .onFailure(failure -> fail(passage.request, failure));
    }

    private static void fail(HttpServerRequest request, Throwable failure) {
        if (!request.response().headWritten()) {
            request.response().setStatusCode(502).end(String.valueOf(failure));
        }
    }

    private static void answer(HttpServerRequest request, HttpClientResponse answer) {
        HttpServerResponse response = request.response().setStatusCode(answer.statusCode());
        response.headers().addAll(answer.headers());
        OF_ONE_CONNECTION.forEach(response.headers()::remove);
        response.setChunked(!response.headers().contains("Content-Length"));
        response.closeHandler(gone -> answer.request().reset());
        answer.pipeTo(response);
    }

    @Override
    public void close() {
        vertx.close();
    }
}
