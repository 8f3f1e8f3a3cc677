package org.segue.library.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.library.LibraryException;
import org.segue.library.LibraryException.Fault;
import org.segue.library.http.ServerRequest.Parameter;
import org.segue.testsupport.FakeLibrary;
import org.segue.testsupport.FakeServer;
import org.segue.testsupport.FakeSubsonic;

class ServerClientTest {

    private static final String SECRET = "s3cr3t-w0rd";

    private final ServerClient client = ServerClients.of(Duration.ofSeconds(3), 1);

    @Test
    void form_isSentInTheBody() {
        try (FakeSubsonic server = new FakeSubsonic(FakeSubsonic.Dialect.NAVIDROME)) {
            ServerAnswer answer = client.send(ServerRequest.form(
                    server.address().resolve("/rest/ping.view"), List.of(new Parameter("u", "a b&c=ü"))));
            assertThat(answer.status()).isEqualTo(200);
            FakeServer.Asked asked = server.requests().get(0);
            assertThat(asked.get("u")).isEqualTo("a b&c=ü");
            assertThat(asked.query()).isEmpty();
            assertThat(asked.headers().get("Host"))
                    .isEqualTo("127.0.0.1:" + server.address().getPort());
        }
    }

    @Test
    void hostIsNamedToTheServer_thoughItsAddressIsConnectedTo() {
        try (FakeSubsonic server = new FakeSubsonic(FakeSubsonic.Dialect.NAVIDROME)) {
            int port = server.address().getPort();
            client.send(get("http://localhost:%d/rest/ping.view".formatted(port)));
            assertThat(server.requests().get(0).headers()).containsEntry("Host", "localhost:" + port);
        }
    }

    @ParameterizedTest
    @CsvSource({"SLOW,SLOW", "BREAKS_OFF,FAILED", "ENDLESS,ANSWER", "REDIRECT,ADDRESS"})
    void illServer_isToldInASentence(FakeServer.Fault fault, Fault expected) {
        try (FakeSubsonic server = new FakeSubsonic(FakeSubsonic.Dialect.NAVIDROME)) {
            server.fault(fault);
            LibraryException e = failure(ServerRequest.form(
                    server.address().resolve("/rest/ping.view"), List.of(new Parameter("p", SECRET))));
            assertThat(e.fault()).isEqualTo(expected);
            assertThat(e.getMessage()).endsWith(".").doesNotContain(SECRET).doesNotContain("Exception");
        }
    }

    @Test
    void untrustedCertificate_isToldAndNothingIsSent() {
        try (FakeSubsonic server = new FakeSubsonic(FakeSubsonic.Dialect.NAVIDROME, new FakeLibrary(), true)) {
            LibraryException e = failure(get(server.address() + "/rest/ping.view?p=" + SECRET));
            assertThat(e.fault()).isEqualTo(Fault.CERTIFICATE);
            assertThat(e.getMessage()).contains("isn’t trusted").doesNotContain(SECRET);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void httpsAtAPortOfHttp_isTold() throws IOException {
        try (Talking server = new Talking("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")) {
            LibraryException e = failure(get("https://127.0.0.1:%d/".formatted(server.port())));
            assertThat(e.getMessage()).contains("doesn’t speak https");
        }
    }

    @Test
    void portOfSomethingElse_isTold() throws IOException {
        try (Talking server = new Talking("SSH-2.0-OpenSSH_9.2p1 Debian\r\n")) {
            LibraryException e = failure(get("http://127.0.0.1:%d/".formatted(server.port())));
            assertThat(e.fault()).isEqualTo(Fault.ANSWER);
            assertThat(e.getMessage()).contains("doesn’t speak HTTP").doesNotContain("SSH");
        }
    }

    @Test
    void closedPort_isUnreachable() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        LibraryException e = failure(get("http://127.0.0.1:%d/?p=%s".formatted(port, SECRET)));
        assertThat(e.fault()).isEqualTo(Fault.UNREACHABLE);
        assertThat(e.getMessage()).contains("127.0.0.1:" + port).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data/",
                "http://[fe80::1]/",
                "http://127.0.0.1:1/",
                "http://localhost:1/"
            })
    void addressThatIsNotCalled_isRefused(String address) {
        assertThat(failure(get(address)).fault()).isEqualTo(Fault.ADDRESS);
    }

    @Test
    void redirectOnTheSameHost_isFollowedWithItsForm() throws IOException {
        try (Redirecting server = new Redirecting(308, "/there/rest")) {
            ServerAnswer answer =
                    client.send(ServerRequest.form(server.at("/rest"), List.of(new Parameter("u", "bob"))));
            assertThat(answer.body()).isEqualTo("POST u=bob");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:1/", "http://169.254.169.254/", "ftp://127.0.0.1/", "http://127.0.0.1:1/"})
    void redirectElsewhere_isRefused(String location) throws IOException {
        try (Redirecting server = new Redirecting(302, location)) {
            assertThat(failure(ServerRequest.get(server.at("/rest"), Map.of())).fault())
                    .isEqualTo(Fault.ADDRESS);
        }
    }

    @Test
    void redirectFromHttpsToHttp_isRefused() {
        LibraryException e = catchThrowableOfType(
                LibraryException.class,
                () -> Redirects.next(get("https://music.example/a"), 301, "http://music.example/a"));
        assertThat(e.fault()).isEqualTo(Fault.ADDRESS);
    }

    @Test
    void redirectWithoutEnd_ends() throws IOException {
        try (Redirecting server = new Redirecting(302, "/rest")) {
            assertThat(failure(ServerRequest.get(server.at("/rest"), Map.of())).fault())
                    .isEqualTo(Fault.ANSWER);
        }
    }

    @Test
    void textOfARequest_holdsNoSecret() {
        ServerRequest request = ServerRequest.form(URI.create("http://h/x"), List.of(new Parameter("p", SECRET)));
        assertThat(request.toString()).isEqualTo("POST h");
        assertThat(List.of(new Parameter("p", SECRET)).toString()).doesNotContain(SECRET);
    }

    private static ServerRequest get(String uri) {
        return ServerRequest.get(URI.create(uri), Map.of());
    }

    private LibraryException failure(ServerRequest request) {
        return catchThrowableOfType(LibraryException.class, () -> client.send(request));
    }

    /** Says something to everybody, whatever they say. */
    private static final class Talking implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

        Talking(String words) throws IOException {
            Thread thread = new Thread(() -> talk(words), "talking");
            thread.setDaemon(true);
            thread.start();
        }

        private void talk(String words) {
            try {
                while (!socket.isClosed()) {
                    try (Socket visitor = socket.accept()) {
                        visitor.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
                        visitor.getOutputStream().flush();
                        visitor.getInputStream().transferTo(OutputStream.nullOutputStream());
                    }
                }
            } catch (IOException e) {
                // The test is over.
            }
        }

        int port() {
            return socket.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** Sends everything on that is not asked of {@code /there}. */
    private static final class Redirecting implements AutoCloseable {
        private final HttpServer server;

        Redirecting(int status, String location) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                exchange.getResponseHeaders().set("Location", location);
                exchange.sendResponseHeaders(status, -1);
                exchange.close();
            });
            server.createContext("/there", exchange -> {
                byte[] body = exchange.getRequestBody().readAllBytes();
                byte[] answer = (exchange.getRequestMethod() + ' ' + new String(body, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            server.start();
        }

        URI at(String path) {
            return URI.create(
                    "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path));
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
