package org.segue.testsupport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** A reverse proxy that has a service under a path of its own, and takes the path away before it asks the service. */
public final class PrefixProxy implements AutoCloseable {

    private static final List<String> PASSED = List.of("Accept", "Authorization", "Content-Type", "Origin");
    private static final List<String> ANSWERED = List.of("Content-Type", "Location", "Set-Cookie");

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String prefix;
    private final URI service;

    /**
     * Starts.
     *
     * @param prefix such as {@code /music}
     * @param service root of the service
     */
    public PrefixProxy(String prefix, URI service) throws IOException {
        this.prefix = prefix;
        this.service = service;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(prefix + "/", this::pass);
        server.start();
    }

    /** Where the service is found behind it. */
    public URI root() {
        return URI.create("http://127.0.0.1:%d%s/".formatted(server.getAddress().getPort(), prefix));
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpResponse<byte[]> answer = client.send(request(exchange), BodyHandlers.ofByteArray());
            for (String name : ANSWERED) {
                answer.headers()
                        .allValues(name)
                        .forEach(value -> exchange.getResponseHeaders().add(name, value));
            }
            byte[] body = answer.body();
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString().substring(prefix.length());
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path))
                .method(
                        exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()))
                .header("X-Forwarded-Prefix", prefix)
                .header("X-Forwarded-Proto", "https");
        for (String name : PASSED) {
            exchange.getRequestHeaders().getOrDefault(name, List.of()).forEach(value -> request.header(name, value));
        }
        return request.build();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
