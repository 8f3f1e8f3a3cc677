package org.segue.library.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.segue.library.LibraryException;
import org.segue.library.LibraryException.Fault;
import org.segue.library.LibraryPhrase;

/**
 * Asks servers and waits for their answers. A host's name is looked up once a request, the address checked by
 * {@link AllowedAddresses}, and that address connected to; certificates are checked against the name. Safe for many threads,
 * none of them an event loop.
 */
@Singleton
public class ServerClient {

    /** An answer is so large at most, in bytes. */
    static final int LARGEST = 10 << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration CONNECTING = Duration.ofSeconds(10);

    /** Less than servers keep a connection open for, so that none is used that the server is about to close. */
    private static final int KEPT_SECONDS = 3;

    private static final int MAX_HOPS = 5;

    private final HttpClient client;
    private final AllowedAddresses addresses;
    private final Duration patience;

    @Inject
    ServerClient(Vertx vertx, AllowedAddresses addresses) {
        this(vertx, addresses, PATIENCE);
    }

    /** @param patience an answer may take so long */
    ServerClient(Vertx vertx, AllowedAddresses addresses, Duration patience) {
        // What goes wrong is told to who asked, in words of our own: the log gets nothing of it.
        this.client = vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        .setConnectTimeout((int) CONNECTING.toMillis())
                        .setKeepAliveTimeout(KEPT_SECONDS)
                        .setVerifyHost(true))
                .withConnectHandler(connection -> connection.exceptionHandler(failure -> {}))
                .build();
        this.addresses = addresses;
        this.patience = patience;
    }

    /**
     * Sends a request and waits for the answer, whatever its status. Redirects are followed to the same host, from https to https
     * only.
     */
    public ServerAnswer send(ServerRequest request) {
        long deadline = System.nanoTime() + patience.toNanos();
        ServerRequest asked = request;
        for (int hop = 0; hop <= MAX_HOPS; hop++) {
            Answered answered = sendOnce(asked, deadline);
            URI next = Redirects.next(asked, answered.status, answered.location);
            if (next == null) {
                return new ServerAnswer(answered.status, answered.body.toString(StandardCharsets.UTF_8));
            }
            asked = asked.sentOn(next, answered.status);
        }
        throw new LibraryException(Fault.ANSWER, LibraryPhrase.ENDLESS.with());
    }

    private record Answered(int status, @Nullable String location, Buffer body) {}

    private Answered sendOnce(ServerRequest request, long deadline) {
        String host = request.uri().getHost().replaceAll("[\\[\\]]", "");
        int port = port(request.uri());
        List<InetAddress> allowed = addresses.of(host, port);
        LibraryException failure = null;
        for (InetAddress address : allowed) {
            try {
                return await(request, options(request, host, port, address), deadline);
            } catch (LibraryException e) {
                if (e.fault() != Fault.UNREACHABLE) {
                    throw e;
                }
                failure = failure == null ? e : failure;
            }
        }
        throw Objects.requireNonNull(failure);
    }

    private static int port(URI uri) {
        if (uri.getPort() > 0) {
            return uri.getPort();
        }
        return isSecure(uri) ? 443 : 80;
    }

    static boolean isSecure(URI uri) {
        return "https".equals(uri.getScheme().toLowerCase(Locale.ROOT));
    }

    private static RequestOptions options(ServerRequest request, String host, int port, InetAddress address) {
        URI uri = request.uri();
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(nameless(address), port)))
                .setHost(host)
                .setPort(port)
                .setSsl(isSecure(uri))
                .setMethod(HttpMethod.valueOf(request.method()))
                .setURI(uri.getRawQuery() == null ? path : path + '?' + uri.getRawQuery());
    }

    // Without its name, so that nobody looks that up again.
    private static InetAddress nameless(InetAddress address) {
        try {
            return InetAddress.getByAddress(address.getAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answered await(ServerRequest request, RequestOptions options, long deadline) {
        AtomicReference<HttpClientRequest> sent = new AtomicReference<>();
        CompletableFuture<Answered> answer = client.request(options)
                .compose(started -> {
                    sent.set(started);
                    return answer(started, request);
                })
                .toCompletionStage()
                .toCompletableFuture();
        try {
            return answer.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new LibraryException(Fault.SLOW, LibraryPhrase.SLOW.with(request.place(), patience.toSeconds()));
        } catch (ExecutionException e) {
            throw Failures.of(request.place(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LibraryException(Fault.UNREACHABLE, LibraryPhrase.STOPPING.with());
        } finally {
            end(sent.get(), answer);
        }
    }

    // What nobody waits for any more is not to be received.
    private static void end(@Nullable HttpClientRequest sent, CompletableFuture<Answered> answer) {
        boolean isWhole = answer.isDone() && !answer.isCompletedExceptionally();
        if (sent != null && !isWhole) {
            sent.reset();
        }
    }

    private static Future<Answered> answer(HttpClientRequest started, ServerRequest request) {
        started.putHeader("User-Agent", "Segue (self-hosted music recommender)");
        started.putHeader("Accept", "application/json");
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            started.putHeader(header.getKey(), header.getValue());
        }
        if (request.contentType() == null) {
            return started.send().compose(ServerClient::body);
        }
        started.putHeader("Content-Type", request.contentType());
        return started.send(Buffer.buffer(request.body())).compose(ServerClient::body);
    }

    private static Future<Answered> body(HttpClientResponse response) {
        Promise<Answered> whole = Promise.promise();
        Buffer body = Buffer.buffer();
        response.handler(part -> {
            if (body.length() + part.length() > LARGEST) {
                whole.tryFail(new LibraryException(Fault.ANSWER, LibraryPhrase.LARGE.with()));
            } else {
                body.appendBuffer(part);
            }
        });
        response.exceptionHandler(whole::tryFail);
        response.endHandler(
                end -> whole.tryComplete(new Answered(response.statusCode(), response.getHeader("Location"), body)));
        return whole.future();
    }
}
