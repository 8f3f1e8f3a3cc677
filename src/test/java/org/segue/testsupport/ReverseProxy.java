package org.segue.testsupport;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Assumptions;

/**
 * A proxy as people run it, set up by an example: nginx and Caddy are those of the machine, for Traefik there is
 * {@link TraefikStandIn}. Listens at this machine's own address.
 */
public final class ReverseProxy implements Closeable {

    /** Kinds of proxies. */
    public enum Kind {
        NGINX("127.0.1."),
        CADDY("127.0.2."),
        TRAEFIK("127.0.3.");

        private final String network;

        Kind(String network) {
            this.network = network;
        }

        /** An address of this machine for a client that no other kind has. */
        public String client(int number) {
            return network + number;
        }
    }

    private static final Path EXAMPLES = Path.of("data", "docs", "operations.md");
    private static final String SERVICE = "127.0.0.1:5000";
    private static final String SIGN_IN = "127.0.0.1:9091";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 3;
    private static final List<String> PLACES = List.of("/usr/sbin", "/usr/bin", "/usr/local/bin");

    private final int port;
    private final boolean tls;
    private final Closeable running;

    private ReverseProxy(int port, boolean tls, Closeable running) {
        this.port = port;
        this.tls = tls;
        this.running = running;
    }

    /** The example of the documentation with a name, such as {@code nginx with sign-in}. */
    public static String example(String name) throws IOException {
        Matcher block = Pattern.compile(
                        "<!-- example: " + Pattern.quote(name) + " -->\n```\\w+\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(EXAMPLES));
        if (!block.find()) {
            throw new IllegalStateException("%s has no example \"%s\"".formatted(EXAMPLES, name));
        }
        return block.group(1);
    }

    /**
     * Starts one before a service, or skips the calling test if the machine has none.
     *
     * @param folder where it may write
     * @param tls whether it speaks TLS
     * @param servicePort the service's, in place of the one in the example
     * @param signInPort that of the service which signs people in
     */
    public static ReverseProxy startOrSkip(
            Kind kind, String example, Path folder, boolean tls, int servicePort, int signInPort) throws Exception {
        Files.createDirectories(folder);
        for (int attempt = 1; ; attempt++) {
            ReverseProxy proxy = start(kind, example, folder, tls, servicePort, signInPort);
            try {
                proxy.awaitListening();
                return proxy;
            } catch (ConditionTimeoutException e) {
                // A port that was free a moment ago may be another test's by now.
                proxy.close();
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static ReverseProxy start(
            Kind kind, String example, Path folder, boolean tls, int servicePort, int signInPort) throws Exception {
        int port = freePort();
        String config =
                example.replace(SERVICE, "127.0.0.1:" + servicePort).replace(SIGN_IN, "127.0.0.1:" + signInPort);
        Closeable running = switch (kind) {
            case NGINX -> start(folder, nginx(folder, config, port, tls));
            case CADDY -> start(folder, caddy(folder, config, port, tls));
            case TRAEFIK -> new TraefikStandIn(config.replace("music.example.org", "127.0.0.1"), port);
        };
        return new ReverseProxy(port, tls, running);
    }

    /** Where browsers see it. */
    public String origin() {
        return "%s://127.0.0.1:%d".formatted(tls ? "https" : "http", port);
    }

    /** Asks from this machine's usual address. */
    public String ask(String line, String headers) throws IOException {
        return ask("127.0.0.1", line, headers, "");
    }

    /**
     * Sends a request and reads the answer.
     *
     * @param from the client's address
     * @param line method and path
     * @param headers further headers with line ends between them, none if empty
     */
    public String ask(String from, String line, String headers, String body) throws IOException {
        try (RawConnection connection = open(from, line, headers, body)) {
            return connection.read(PATIENCE);
        }
    }

    /** Sends a form as a page does. */
    public String form(String path, String headers, String form) throws IOException {
        return ask("127.0.0.1", "POST " + path, headers + "\r\nContent-Type: application/x-www-form-urlencoded", form);
    }

    /** Sends a request whose answer is then read. */
    public RawConnection open(String from, String line, String headers, String body) throws IOException {
        RawConnection plain = RawConnection.open(from, port);
        RawConnection connection = tls ? plain.secured() : plain;
        String length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
        return connection.send("%s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\nAccept: */*\r\n%s%s\r\n%s"
                .formatted(line, port, headers.isEmpty() ? "" : headers + "\r\n", length, body));
    }

    private static List<String> nginx(Path folder, String config, int port, boolean tls) throws Exception {
        String nginx = programOrSkip("nginx");
        String certificate = "";
        if (tls) {
            Certificates.write(folder);
            certificate = "ssl_certificate cert.pem; ssl_certificate_key key.pem;";
        }
        String temporary = Stream.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
                .map(kind -> kind + "_temp_path temp-" + kind + ";\n")
                .reduce("", String::concat);
        Files.writeString(folder.resolve("nginx.conf"), """
                user %s;
                daemon off;
                worker_processes 1;
                pid nginx.pid;
                error_log stderr;
                events {}
                http {
                  access_log off;
                  %s
                  server {
                    listen 127.0.0.1:%d %s;
                    %s
                    %s
                  }
                }
                """.formatted(
                        System.getProperty("user.name"), temporary, port, tls ? "ssl" : "", certificate, config));
        return List.of(nginx, "-p", folder.toString(), "-c", "nginx.conf");
    }

    private static List<String> caddy(Path folder, String config, int port, boolean tls) throws IOException {
        String caddy = programOrSkip("caddy");
        String address = (tls ? "https" : "http") + "://127.0.0.1:" + port;
        Files.writeString(folder.resolve("Caddyfile"), """
                {
                    admin off
                    auto_https disable_redirects
                    local_certs
                    skip_install_trust
                }
                """ + config.replace("music.example.org", address));
        return List.of(caddy, "run", "--adapter", "caddyfile", "--config", "Caddyfile");
    }

    private static String programOrSkip(String name) {
        Optional<Path> program = PLACES.stream()
                .map(place -> Path.of(place, name))
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) {
            System.out.println("SKIPPED test behind " + name + ": it is not installed");
        }
        Assumptions.assumeTrue(program.isPresent(), name + " is not installed");
        return program.orElseThrow().toString();
    }

    private static Closeable start(Path folder, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("XDG_DATA_HOME", folder.toString());
        builder.environment().put("XDG_CONFIG_HOME", folder.toString());
        Process process = builder.start();
        Thread endWithTests = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(endWithTests);
        return () -> {
            process.destroy();
            process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
            Runtime.getRuntime().removeShutdownHook(endWithTests);
        };
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitListening() {
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> {
                    new Socket(InetAddress.getLoopbackAddress(), port).close();
                    return true;
                });
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
