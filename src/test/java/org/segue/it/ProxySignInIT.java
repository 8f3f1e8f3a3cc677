package org.segue.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.segue.testsupport.ReverseProxy;
import org.segue.testsupport.ReverseProxy.Kind;
import org.segue.testsupport.ServiceProcess;

/** Behind proxies that sign people in, as {@code data/docs/operations.md} sets them up: nobody else's word counts. */
class ProxySignInIT {

    private static final String FORGED = "Remote-User: root";

    @SuppressWarnings("NullAway.Init") // before all tests
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static ServiceProcess service;

    @SuppressWarnings("NullAway.Init")
    private static HttpServer portal;

    @BeforeAll
    static void start() throws Exception {
        folder = ServiceProcess.freshFolder("proxy-sign-in");
        service = ServiceProcess.start(
                ServiceProcess.freshFolder("proxy-sign-in-service"),
                Map.of(),
                List.of("segue.access.proxy.addresses=127.0.0.1", "segue.access.proxy.administrators=root"));
        portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        portal.createContext("/api/authz/", ProxySignInIT::answer);
        portal.start();
    }

    @AfterAll
    static void end() {
        portal.stop(0);
        service.close();
    }

    // Whom it knows says the cookie; somebody without a name may come in and is nobody.
    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String cookie = String.valueOf(exchange.getRequestHeaders().getFirst("Cookie"));
            if (cookie.equals("portal=root")) {
                exchange.getResponseHeaders().add("Remote-User", "root");
            }
            exchange.sendResponseHeaders(cookie.startsWith("portal=") ? 200 : 401, -1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoeverIsSignedInThere_isSignedInHere_andNobodyElse(Kind kind) throws Exception {
        String name = kind.name().toLowerCase(Locale.ROOT);
        try (ReverseProxy proxy = ReverseProxy.startOrSkip(
                kind,
                ReverseProxy.example(name + " with sign-in"),
                folder.resolve(name),
                false,
                URI.create(service.client().root()).getPort(),
                portal.getAddress().getPort())) {
            assertThat(proxy.ask("GET /api/tokens", "Cookie: portal=root")).startsWith("HTTP/1.1 200");
            assertThat(proxy.ask("GET /api/tokens", "Cookie: portal=root\r\nRemote-User: somebody"))
                    .startsWith("HTTP/1.1 200");

            assertThat(proxy.ask("GET /api/tokens", FORGED))
                    .as("not signed in there")
                    .containsPattern("^HTTP/1.1 (401|302)");
            assertThat(proxy.ask("GET /api/tokens", "Cookie: portal=nobody\r\n" + FORGED))
                    .as("signed in there as nobody")
                    .startsWith("HTTP/1.1 401")
                    .contains("This needs a token");
            assertThat(proxy.ask("GET /1/validate-token", FORGED))
                    .as("a player's path")
                    .contains("\"code\"");
        }
    }
}
