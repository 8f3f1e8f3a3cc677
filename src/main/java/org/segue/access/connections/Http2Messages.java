package org.segue.access.connections;

import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionAdapter;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2LocalFlowController;
import io.netty.handler.codec.http2.Http2RemoteFlowController;
import io.netty.handler.codec.http2.Http2Stream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The streams of one connection in HTTP/2: their messages as they come, and answers that wait because a client gives them no window. Of one event loop, not safe
 * for others.
 */
final class Http2Messages {

    private final Http2Connection connection;
    private final Http2LocalFlowController in;
    private final Http2RemoteFlowController out;
    private final IncomingMessages incoming;
    private final long patienceNanos;

    /** For how long each stream's answer waits without a word from the client. */
    private final Map<Integer, Long> stillNanos = new HashMap<>();

    private final Map<Integer, List<Runnable>> onceClosed = new HashMap<>();

    Http2Messages(Http2ConnectionHandler handler, IncomingMessages incoming, Deadlines deadlines) {
        this.connection = handler.connection();
        this.in = connection.local().flowController();
        this.out = connection.remote().flowController();
        this.incoming = incoming;
        this.patienceNanos = deadlines.answer().toNanos();
        handler.decoder().frameListener(new Http2Frames(this, handler.decoder()));
        connection.addListener(new Http2ConnectionAdapter() {
            @Override
            public void onStreamClosed(Http2Stream stream) {
                closed(stream.id());
            }
        });
    }

    IncomingMessages incoming() {
        return incoming;
    }

    /** The client takes more of a stream's answer, or of all if it is the connection's own number. */
    void windowCame(int id) {
        // A window of the connection helps those streams that have one of their own.
        if (id == connection.connectionStream().id()) {
            stillNanos.keySet().removeIf(this::hasWindow);
        } else {
            stillNanos.remove(id);
        }
    }

    private boolean hasWindow(int id) {
        Http2Stream stream = connection.stream(id);
        return stream == null || out.windowSize(stream) > 0;
    }

    private void closed(int stream) {
        incoming.ended(stream);
        stillNanos.remove(stream);
        List<Runnable> waiting = onceClosed.remove(stream);
        if (waiting != null) {
            waiting.forEach(Runnable::run);
        }
    }

    /** Whether a stream's answer waits for the client. */
    boolean isSending(int id) {
        Http2Stream stream = connection.stream(id);
        return stream != null && out.hasFlowControlled(stream);
    }

    private boolean isBlocked(int id) {
        return isSending(id)
                && !(hasWindow(id) && hasWindow(connection.connectionStream().id()));
    }

    void onceClosed(int stream, Runnable then) {
        onceClosed.computeIfAbsent(stream, missing -> new ArrayList<>()).add(then);
    }

    /** Whether the client may send a part of a stream's body now: it may not while we leave what came before. */
    boolean mayCome(int id) {
        Http2Stream stream = connection.stream(id);
        return stream == null || (in.windowSize(stream) > 0 && in.windowSize(connection.connectionStream()) > 0);
    }

    /** Whether the client has left an answer for too long, now that more time has passed. */
    boolean isStuckAfter(long nanos) {
        for (Integer id : List.copyOf(activeStreams())) {
            if (isBlocked(id)) {
                stillNanos.merge(id, nanos, Long::sum);
            } else {
                stillNanos.remove(id);
            }
        }
        return stillNanos.values().stream().anyMatch(still -> still > patienceNanos);
    }

    private List<Integer> activeStreams() {
        List<Integer> ids = new ArrayList<>();
        try {
            connection.forEachActiveStream(stream -> ids.add(stream.id()));
        } catch (Http2Exception e) {
            throw new IllegalStateException(e);
        }
        return ids;
    }
}
