package org.segue.access.connections;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;

/** Sees the messages of HTTP/1 come in, behind the decoder. */
final class Http1Messages extends ChannelInboundHandlerAdapter {

    static final String NAME = "segue-messages";

    private static final int ONLY_STREAM = 0;

    private final IncomingMessages incoming;

    Http1Messages(IncomingMessages incoming) {
        this.incoming = incoming;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            incoming.headCame(ONLY_STREAM, length(request));
        }
        if (message instanceof HttpContent content) {
            incoming.bodyCame(ONLY_STREAM, content.content().readableBytes());
        }
        if (message instanceof LastHttpContent) {
            incoming.ended(ONLY_STREAM);
        }
        context.fireChannelRead(message);
    }

    // What is no number is refused by others.
    private static long length(HttpRequest request) {
        try {
            return HttpUtil.getContentLength(request, -1L);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
