package org.segue.access.connections;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a client, the first in its pipeline: is counted from the beginning to the end, and is closed without a word
 * when the client takes too long to send, or to take what is sent. Of one event loop, but for what says otherwise.
 *
 * <p>Sharable because it is taken out of its pipeline, and comes back, when HTTP/1 is left for HTTP/2; it serves one connection.
 */
@Sharable
public final class ClientConnection extends ChannelDuplexHandler {

    private static final String NAME = "segue-connection";
    private static final AttributeKey<ClientConnection> KEY = AttributeKey.valueOf(ClientConnection.class.getName());

    private final ConnectionCounts.Place place;
    private final IncomingMessages incoming;
    private final OutgoingBytes outgoing;
    private final long betweenLooksNanos;
    private final IncomingBytes bytes;
    private final ChannelFutureListener taken;
    private final List<Runnable> onceDrained = new ArrayList<>();
    private @Nullable Http2Messages streams;
    private @Nullable ScheduledFuture<?> looks;
    private long lastNanos;
    private boolean wasReading = true;
    private @Nullable ChannelHandlerContext context;

    ClientConnection(ConnectionCounts.Place place, Deadlines deadlines, HttpDecoders decoders) {
        this.place = place;
        this.incoming = new IncomingMessages(deadlines);
        this.outgoing = new OutgoingBytes(deadlines.answer());
        this.betweenLooksNanos = deadlines.betweenLooks().toNanos();
        this.bytes = new IncomingBytes(
                incoming, decoders, handler -> streams = new Http2Messages(handler, incoming, deadlines));
        this.taken = written -> outgoing.bufferTaken();
    }

    /** The connection that a request came on; empty if nobody watches it, as in development. Safe for any thread. */
    public static Optional<ClientConnection> of(HttpServerRequest request) {
        Channel channel = ((ConnectionBase) request.connection()).channel();
        return Optional.ofNullable(channel.attr(KEY).get());
    }

    void watch(Channel channel) {
        channel.attr(KEY).set(this);
        channel.pipeline().addFirst(NAME, this);
    }

    @Override
    public void channelActive(ChannelHandlerContext active) throws Exception {
        if (!place.take()) {
            var unused = active.close();
            return;
        }
        active.channel().closeFuture().addListener(closed -> end());
        bytes.addTo(active.pipeline(), NAME);
        lastNanos = System.nanoTime();
        looks = active.executor()
                .scheduleAtFixedRate(this::look, betweenLooksNanos, betweenLooksNanos, TimeUnit.NANOSECONDS);
        super.channelActive(active);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (context.channel().isActive()) {
            context.pipeline().addFirst(NAME, this);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        var unused = context.write(message, promise.unvoid().addListener(taken));
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) throws Exception {
        if (context.channel().isWritable()) {
            drained();
        }
        super.channelWritabilityChanged(context);
    }

    /**
     * Runs something once the client has taken, or nearly so, what was sent to it; or is gone. Safe for any thread.
     */
    public void onceTaken(HttpServerRequest request, Runnable then) {
        Channel channel = ((ConnectionBase) request.connection()).channel();
        channel.eventLoop().execute(() -> {
            if (streams != null && streams.isSending(request.streamId())) {
                streams.onceClosed(request.streamId(), then);
            } else if (channel.isWritable() || !channel.isActive()) {
                then.run();
            } else {
                onceDrained.add(then);
            }
        });
    }

    private void drained() {
        List<Runnable> all = List.copyOf(onceDrained);
        onceDrained.clear();
        all.forEach(Runnable::run);
    }

    // Time in which nothing was looked at, because the machine slept or had too much to do, is not the client's.
    private void look() {
        ChannelHandlerContext here = context;
        if (here == null) {
            return;
        }
        Channel channel = here.channel();
        long now = System.nanoTime();
        long passed = Math.min(now - lastNanos, 2 * betweenLooksNanos);
        lastNanos = now;
        boolean isReading = channel.config().isAutoRead();
        if (isReading && wasReading) {
            incoming.pass(passed, streams == null ? stream -> true : streams::mayCome);
        }
        wasReading = isReading;
        outgoing.pass(passed, channel);
        boolean isStuck = outgoing.isStuck() || (streams != null && streams.isStuckAfter(passed));
        if (incoming.isLate() || isStuck) {
            // From here on: what stands behind would first wait for what was written to be taken.
            var unused = here.close();
        }
    }

    private void end() {
        if (looks != null) {
            looks.cancel(false);
        }
        place.giveBack();
        drained();
    }
}
