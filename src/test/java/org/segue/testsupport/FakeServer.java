package org.segue.testsupport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A server with music on a port of its own, which can be as ill as those of people. */
public abstract class FakeServer implements AutoCloseable {

    /** What can be wrong with all its answers. */
    public enum Fault {
        /** Nothing. */
        NONE,
        /** It answers nothing until the fault is taken away. */
        SLOW,
        /** A proxy's page comes in place of its own answer. */
        HTML,
        /** What comes is neither page nor JSON. */
        GARBAGE,
        /** HTTP 502, as a proxy says when it is down. */
        DOWN,
        /** It says that it failed, as its protocol does. */
        FAILED,
        /** It hangs up in the middle of an answer. */
        BREAKS_OFF,
        /** Its answer never ends. */
        ENDLESS,
        /** It sends on to another host. */
        REDIRECT
    }

    /**
     * What was asked.
     *
     * @param query parameters in the address
     * @param form those of the body
     */
    public record Asked(
            String method,
            String path,
            Map<String, List<String>> query,
            Map<String, List<String>> form,
            Map<String, String> headers,
            String body) {

        /** First value of a parameter, empty if it is missing. */
        public String get(String name) {
            return all(name).stream().findFirst().orElse("");
        }

        /** All values of a parameter, wherever it is. */
        public List<String> all(String name) {
            return form.getOrDefault(name, query.getOrDefault(name, List.of()));
        }
    }

    /** What is answered. */
    protected record Answer(int status, String body) {}

    private final HttpServer server;
    private final FakeLibrary library;
    private final List<Asked> requests = new CopyOnWriteArrayList<>();
    private volatile Fault fault = Fault.NONE;
    private volatile String lost = "";
    private volatile CountDownLatch released = new CountDownLatch(1);

    /** @param secure whether it speaks https, with a certificate that nobody has signed */
    @SuppressWarnings("this-escape") // nobody knows the address before a subclass is whole
    protected FakeServer(FakeLibrary library, boolean secure) {
        this.library = library;
        this.server = open(secure);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "fake-server");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::handle);
        server.start();
    }

    private static HttpServer open(boolean secure) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try {
            if (!secure) {
                return HttpServer.create(address, 0);
            }
            Path folder = Files.createTempDirectory("certificate");
            HttpsServer server = HttpsServer.create(address, 0);
            server.setHttpsConfigurator(new HttpsConfigurator(Certificates.ofServer(folder)));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Music, accounts and lists that it shows. */
    public FakeLibrary library() {
        return library;
    }

    /** Where it is. */
    public URI address() {
        String scheme = server instanceof HttpsServer ? "https" : "http";
        return URI.create(
                "%s://127.0.0.1:%d".formatted(scheme, server.getAddress().getPort()));
    }

    /** Makes it ill, or well. */
    public void fault(Fault other) {
        fault = other;
        if (other != Fault.SLOW) {
            released.countDown();
            released = new CountDownLatch(1);
        }
    }

    /** Does what it is asked under addresses with a word, and its answers are lost; with an empty word none is. */
    public void loseAnswersOf(String word) {
        lost = word;
    }

    /** What it was asked, in order. */
    public List<Asked> requests() {
        return requests;
    }

    /** Answers as such a server does. */
    protected abstract Answer answer(Asked asked);

    /** Says that it failed, as its protocol does. */
    protected abstract Answer failed();

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Asked asked = asked(exchange);
            requests.add(asked);
            switch (fault) {
                case NONE -> answer(exchange, asked);
                case SLOW -> await();
                case HTML ->
                    send(exchange, "text/html", new Answer(200, "<!DOCTYPE html><html><body>Sign in</body></html>"));
                case GARBAGE -> send(exchange, "text/plain", new Answer(200, "here is no music"));
                case DOWN -> send(exchange, "text/html", new Answer(502, "<html><h1>502 Bad Gateway</h1></html>"));
                case FAILED -> send(exchange, "application/json", failed());
                case BREAKS_OFF -> breakOff(exchange);
                case ENDLESS -> goOn(exchange);
                case REDIRECT -> redirect(exchange);
            }
        }
    }

    private void answer(HttpExchange exchange, Asked asked) throws IOException {
        Answer answer = guarded(asked);
        if (!lost.isEmpty() && asked.path().contains(lost)) {
            breakOff(exchange);
        } else {
            send(exchange, "application/json", answer);
        }
    }

    private Answer guarded(Asked asked) {
        try {
            return answer(asked);
        } catch (RuntimeException e) {
            return new Answer(500, String.valueOf(e));
        }
    }

    private void await() {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void breakOff(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
    }

    private static void goOn(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] spaces = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 1000; i++) {
            exchange.getResponseBody().write(spaces);
        }
    }

    private static void redirect(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Location", "http://elsewhere.example/rest/ping.view");
        exchange.sendResponseHeaders(302, -1);
    }

    private static void send(HttpExchange exchange, String type, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static Asked asked(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        return new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                parameters(exchange.getRequestURI().getRawQuery()),
                parameters(type.startsWith("application/x-www-form-urlencoded") ? body : ""),
                headers,
                body);
    }

    private static Map<String, List<String>> parameters(String text) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (String pair : text == null || text.isEmpty() ? new String[0] : text.split("&")) {
            String[] parts = pair.split("=", 2);
            all.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
                    .add(parts.length < 2 ? "" : decoded(parts[1]));
        }
        return all;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        released.countDown();
        server.stop(0);
    }
}
