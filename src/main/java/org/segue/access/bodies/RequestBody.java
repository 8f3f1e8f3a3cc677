package org.segue.access.bodies;

import io.netty.channel.ChannelHandler;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Stream;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The body of a request as it comes, paused until it is asked for. Made where the request runs, on an event loop; whatever it
 * calls, it calls there.
 */
final class RequestBody {

    private static final Set<HttpMethod> WITHOUT_BODY = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String CONTINUE = "100-continue";

    private final HttpServerRequest request;
    private final long length;
    private final Context context = Vertx.currentContext();
    private long read;

    RequestBody(HttpServerRequest request) {
        this.request = request;
        this.length = length(request);
    }

    /** Whether there is one. */
    static boolean isIn(HttpServerRequest request) {
        if (WITHOUT_BODY.contains(request.method())) {
            return false;
        }
        long length = length(request);
        return length > 0
                || (length < 0 && (isEndless(request) || request.headers().contains(HttpHeaders.TRANSFER_ENCODING)));
    }

    /**
     * Whether nothing but its end says that it ends, and that has not come. Over HTTP/2 a request cannot be taken over once its
     * body was read to the end.
     */
    static boolean isEndless(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_2 && length(request) < 0 && isStreamOpen(request);
    }

    // A request without a body ends with its head; Vert.x tells of that only to those who read.
    private static boolean isStreamOpen(HttpServerRequest request) {
        ChannelHandler handler =
                ((ConnectionBase) request.connection()).channelHandlerContext().handler();
        Http2Stream stream = ((Http2ConnectionHandler) handler).connection().stream(request.streamId());
        return stream != null && stream.state().remoteSideOpen();
    }

    /** What a request says of the length of its body; -1 if nothing. */
    static long length(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? -1 : Long.parseLong(length);
    }

    /** How long it says that it is; -1 if it does not. */
    long length() {
        return length;
    }

    /** Says what is done with it; nothing comes before {@link #resume}. If the client goes away, the request ends. */
    void on(Consumer<Buffer> piece, Runnable end) {
        request.pause();
        // Over HTTP/2 the resource must find a request that has not ended.
        boolean endsWithItsLength = request.version() == HttpVersion.HTTP_2;
        request.handler(next -> {
            read += next.length();
            if (endsWithItsLength && read == length) {
                request.pause();
            }
            piece.accept(next);
            if (endsWithItsLength && read == length) {
                end.run();
            }
        });
        request.endHandler(ended -> {
            if (!endsWithItsLength) {
                end.run();
            }
        });
        request.exceptionHandler(gone -> {});
    }

    void pause() {
        request.pause();
    }

    /** Lets it come; tells a client that waits for a word to send it. */
    void resume() {
        if (CONTINUE.equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.headers().remove(HttpHeaders.EXPECT);
            request.response().writeContinue();
        }
        request.resume();
    }

    /** Does a step where the request runs: now, if this is called from there. */
    void run(Runnable step) {
        if (Vertx.currentContext() == context) {
            step.run();
        } else {
            context.runOnContext(later -> step.run());
        }
    }
}
