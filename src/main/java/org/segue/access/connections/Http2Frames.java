package org.segue.access.connections;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Flags;
import io.netty.handler.codec.http2.Http2FrameListenerDecorator;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;

/** Sees the frames of HTTP/2 come in, before Vert.x does. */
final class Http2Frames extends Http2FrameListenerDecorator {

    private final Http2Messages messages;
    private final IncomingMessages incoming;
    private final Http2ConnectionDecoder decoder;

    /** @param decoder shows its frames to somebody now, who is shown them behind this */
    Http2Frames(Http2Messages messages, Http2ConnectionDecoder decoder) {
        super(decoder.frameListener());
        this.messages = messages;
        this.incoming = messages.incoming();
        this.decoder = decoder;
    }

    @Override
    public void onHeadersRead(
            ChannelHandlerContext context, int stream, Http2Headers headers, int padding, boolean isEnd)
            throws Http2Exception {
        headCame(stream, headers, isEnd);
        super.onHeadersRead(context, stream, headers, padding, isEnd);
    }

    @Override
    public void onHeadersRead(
            ChannelHandlerContext context,
            int stream,
            Http2Headers headers,
            int dependency,
            short weight,
            boolean isExclusive,
            int padding,
            boolean isEnd)
            throws Http2Exception {
        headCame(stream, headers, isEnd);
        super.onHeadersRead(context, stream, headers, dependency, weight, isExclusive, padding, isEnd);
    }

    private void headCame(int stream, Http2Headers headers, boolean isEnd) {
        if (isEnd) {
            incoming.frameCame();
            incoming.ended(stream);
        } else {
            incoming.headCame(stream, headers.getLong(HttpHeaderNames.CONTENT_LENGTH, -1));
            incoming.frameCame();
        }
    }

    @Override
    public int onDataRead(ChannelHandlerContext context, int stream, ByteBuf data, int padding, boolean isEnd)
            throws Http2Exception {
        incoming.frameCame();
        incoming.bodyCame(stream, data.readableBytes());
        if (isEnd) {
            incoming.ended(stream);
        }
        return super.onDataRead(context, stream, data, padding, isEnd);
    }

    @Override
    public void onRstStreamRead(ChannelHandlerContext context, int stream, long error) throws Http2Exception {
        incoming.frameCame();
        super.onRstStreamRead(context, stream, error);
    }

    @Override
    public void onWindowUpdateRead(ChannelHandlerContext context, int id, int increment) throws Http2Exception {
        incoming.frameCame();
        super.onWindowUpdateRead(context, id, increment);
        messages.windowCame(id);
    }

    @Override
    public void onSettingsRead(ChannelHandlerContext context, Http2Settings settings) throws Http2Exception {
        incoming.frameCame();
        super.onSettingsRead(context, settings);
        // Vert.x puts another listener here when the first settings have come.
        if (!equals(decoder.frameListener())) {
            decoder.frameListener(new Http2Frames(messages, decoder));
        }
    }

    @Override
    public void onSettingsAckRead(ChannelHandlerContext context) throws Http2Exception {
        incoming.frameCame();
        super.onSettingsAckRead(context);
    }

    @Override
    public void onPingRead(ChannelHandlerContext context, long data) throws Http2Exception {
        incoming.frameCame();
        super.onPingRead(context, data);
    }

    @Override
    public void onPingAckRead(ChannelHandlerContext context, long data) throws Http2Exception {
        incoming.frameCame();
        super.onPingAckRead(context, data);
    }

    @Override
    public void onPriorityRead(
            ChannelHandlerContext context, int stream, int dependency, short weight, boolean isExclusive)
            throws Http2Exception {
        incoming.frameCame();
        super.onPriorityRead(context, stream, dependency, weight, isExclusive);
    }

    @Override
    public void onGoAwayRead(ChannelHandlerContext context, int last, long error, ByteBuf debug) throws Http2Exception {
        incoming.frameCame();
        super.onGoAwayRead(context, last, error, debug);
    }

    @Override
    public void onUnknownFrame(ChannelHandlerContext context, byte type, int stream, Http2Flags flags, ByteBuf payload)
            throws Http2Exception {
        incoming.frameCame();
        super.onUnknownFrame(context, type, stream, flags, payload);
    }
}
