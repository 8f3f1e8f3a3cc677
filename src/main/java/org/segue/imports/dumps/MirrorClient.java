package org.segue.imports.dumps;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks a mirror, over https alone, unless the mirror is this machine. Redirects are followed as long as they stay so. Who waits is
 * asked a few times a second whether to go on. For one thread.
 */
final class MirrorClient {

    private static final Duration CONNECTING = Duration.ofSeconds(20);
    private static final int MAX_HOPS = 5;
    private static final int LARGEST_TEXT = 4 << 20;
    private static final long TICK_MS = 200;

    /** What can be known of a file before it is loaded. */
    record RemoteFile(URI uri, long bytes) {}

    private final URI base;
    private final Duration patience;
    private final Runnable endIfCancelled;
    private final HttpClient client;

    /**
     * A client of a mirror.
     *
     * @param patience nothing may come for so long
     * @param endIfCancelled ends the work with an exception if nobody wants it any more
     */
    MirrorClient(URI base, Duration patience, Runnable endIfCancelled) {
        this.base = base;
        this.patience = patience;
        this.endIfCancelled = endIfCancelled;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECTING)
                .build();
    }

    /** A text of some 4 MB at most. */
    String text(URI uri) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        requireFound(uri, send(uri, request -> request, new Receiver() {
            @Override
            public boolean begin(int status, HttpHeaders headers) {
                return status == 200;
            }

            @Override
            public void take(byte[] bytes) throws IOException {
                if (text.size() + bytes.length > LARGEST_TEXT) {
                    throw new MirrorException(MirrorPhrase.LIST_TOO_LARGE.with(uri));
                }
                text.write(bytes);
            }
        }));
        return text.toString(StandardCharsets.UTF_8);
    }

    /** What is known of a file. */
    RemoteFile look(URI uri) throws IOException {
        HttpResponse<Void> answer =
                send(uri, request -> request.method("HEAD", HttpRequest.BodyPublishers.noBody()), new Receiver() {
                    @Override
                    public boolean begin(int status, HttpHeaders headers) {
                        return false;
                    }

                    @Override
                    public void take(byte[] bytes) {}
                });
        requireFound(uri, answer);
        return new RemoteFile(
                uri, answer.headers().firstValueAsLong("Content-Length").orElse(0));
    }

    private static void requireFound(URI uri, HttpResponse<Void> answer) throws IOException {
        if (answer.statusCode() >= 500 || answer.statusCode() == 429) {
            throw new IOException("the mirror answers %d".formatted(answer.statusCode()));
        }
        if (answer.statusCode() != 200) {
            throw new MirrorException(MirrorPhrase.NOT_THERE.with(uri, answer.statusCode()));
        }
    }

    /** Sends a request and waits until the body of the answer has been received. */
    HttpResponse<Void> send(URI uri, UnaryOperator<HttpRequest.Builder> setUp, Receiver receiver) throws IOException {
        URI asked = uri;
        for (int hop = 0; hop <= MAX_HOPS; hop++) {
            HttpRequest.Builder request = HttpRequest.newBuilder(allowed(asked))
                    .timeout(patience)
                    .header("User-Agent", "Segue (self-hosted music recommender)");
            Exchange exchange = new Exchange(receiver);
            HttpResponse<Void> answer =
                    await(client.sendAsync(setUp.apply(request).build(), exchange::subscriber), exchange);
            String location = answer.headers().firstValue("Location").orElse(null);
            if (answer.statusCode() / 100 != 3 || location == null) {
                return answer;
            }
            asked = resolved(asked, location);
        }
        throw new MirrorException(MirrorPhrase.TOO_MANY_REDIRECTS.with(uri, MAX_HOPS));
    }

    private static URI resolved(URI asked, String location) {
        try {
            return asked.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new MirrorException(MirrorPhrase.ODD_REDIRECT.with(asked), e);
        }
    }

    private URI allowed(URI uri) {
        boolean isSafe = "https".equalsIgnoreCase(uri.getScheme())
                || ("http".equalsIgnoreCase(uri.getScheme())
                        && "http".equalsIgnoreCase(base.getScheme())
                        && isLoopback(uri.getHost()));
        if (!isSafe) {
            throw new MirrorException(MirrorPhrase.INSECURE_REDIRECT.with(uri));
        }
        return uri;
    }

    private static boolean isLoopback(@Nullable String host) {
        try {
            return host != null && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private HttpResponse<Void> await(CompletableFuture<HttpResponse<Void>> answer, Exchange exchange)
            throws IOException {
        try {
            return waited(answer, exchange);
        } finally {
            exchange.close();
            answer.cancel(true);
        }
    }

    private HttpResponse<Void> waited(CompletableFuture<HttpResponse<Void>> answer, Exchange exchange)
            throws IOException {
        long received = 0;
        long since = System.nanoTime();
        while (true) {
            try {
                HttpResponse<Void> done = answer.get(TICK_MS, TimeUnit.MILLISECONDS);
                exchange.requireSound();
                return done;
            } catch (TimeoutException e) {
                endIfCancelled.run();
                exchange.requireSound();
                since = exchange.received() > received ? System.nanoTime() : since;
                received = exchange.received();
                if (System.nanoTime() - since > patience.toNanos()) {
                    throw new IOException("nothing has come for %d s".formatted(patience.toSeconds()), e);
                }
            } catch (ExecutionException e) {
                exchange.requireSound();
                throw new IOException(words(e.getCause()), e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Segue is stopping", e);
            }
        }
    }

    /** Why something could not be had, for a sentence: what Segue says itself as a sentence, else what was told. */
    static Object reason(IOException e) {
        return Stream.of(MirrorPhrase.NO_SUCH_NAME, MirrorPhrase.NO_CONNECTIONS)
                .filter(phrase -> phrase.english().equals(e.getMessage()))
                .<Object>map(phrase -> phrase.with())
                .findFirst()
                .orElse(String.valueOf(e.getMessage()));
    }

    // Who cannot connect is often told nothing but the kind of failure.
    private static String words(@Nullable Throwable cause) {
        if (cause == null) {
            return "unknown";
        }
        if (cause.getMessage() != null) {
            return cause.getMessage();
        }
        for (Throwable reason = cause; reason != null; reason = reason.getCause()) {
            if (reason instanceof UnresolvedAddressException) {
                return MirrorPhrase.NO_SUCH_NAME.english();
            }
        }
        return cause instanceof ConnectException
                ? MirrorPhrase.NO_CONNECTIONS.english()
                : cause.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    }

    /** Waits before something is tried again. */
    void pause(Duration pause) throws IOException {
        long end = System.nanoTime() + pause.toNanos();
        while (System.nanoTime() < end) {
            endIfCancelled.run();
            try {
                TimeUnit.MILLISECONDS.sleep(Math.min(TICK_MS, pause.toMillis()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Segue is stopping", e);
            }
        }
    }
}
