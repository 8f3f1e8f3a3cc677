package org.segue.access.connections;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import java.util.function.Consumer;

/**
 * Bytes of a connection as they come, behind TLS. Vert.x tells HTTP/2 from HTTP/1 by the first of them; then what watches the
 * messages of either is put in its place, before the first message is whole.
 */
@Sharable
final class IncomingBytes extends ChannelInboundHandlerAdapter {

    private static final String NAME = "segue-bytes";
    private static final String TLS = "ssl";

    /** The name of Vert.x' decoder. */
    private static final String DECODER = "httpDecoder";

    private final IncomingMessages incoming;
    private final HttpDecoders decoders;
    private final Consumer<Http2ConnectionHandler> toHttp2;
    private boolean isKnown;
    private String before = TLS;

    IncomingBytes(IncomingMessages incoming, HttpDecoders decoders, Consumer<Http2ConnectionHandler> toHttp2) {
        this.incoming = incoming;
        this.decoders = decoders;
        this.toHttp2 = toHttp2;
    }

    void addTo(ChannelPipeline pipeline, String first) {
        before = pipeline.get(TLS) == null ? first : TLS;
        pipeline.addAfter(before, NAME, this);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf bytes) {
            incoming.bytesCame();
            // One at a time, so that no message is whole when it is known what messages look like.
            while (!isKnown && bytes.readableBytes() > 1) {
                context.fireChannelRead(bytes.readRetainedSlice(1));
                recognize(context.pipeline());
            }
        }
        context.fireChannelRead(message);
        if (!isKnown) {
            recognize(context.pipeline());
        }
    }

    private void recognize(ChannelPipeline pipeline) {
        Http2ConnectionHandler http2 = pipeline.get(Http2ConnectionHandler.class);
        if (http2 != null) {
            isKnown = true;
            toHttp2.accept(http2);
        } else if (pipeline.get(DECODER) != null) {
            isKnown = true;
            pipeline.replace(DECODER, DECODER, decoders.newDecoder());
            pipeline.addAfter(DECODER, Http1Messages.NAME, new Http1Messages(incoming));
        }
    }

    // The way from HTTP/1 to HTTP/2 leads over an empty pipeline.
    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (context.channel().isActive()) {
            context.pipeline().addAfter(before, NAME, this);
            isKnown = false;
            recognize(context.pipeline());
        }
    }
}
