package org.segue.testsupport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.DefaultHttp2HeadersEncoder;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A connection that speaks HTTP/2 without TLS from its first byte on, for one request with whatever headers: clients that are
 * libraries add those that are missing.
 */
public final class RawHttp2 implements AutoCloseable {

    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RESET = 3;
    private static final int SETTINGS = 4;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;
    private static final int PRIORITY = 0x20;

    private final Socket socket;
    private final DataOutputStream out;
    private final DataInputStream in;

    private RawHttp2(Socket socket) throws IOException {
        this.socket = socket;
        this.out = new DataOutputStream(socket.getOutputStream());
        this.in = new DataInputStream(socket.getInputStream());
    }

    /** Connects to a port of this machine. */
    public static RawHttp2 open(int port, Duration patience) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout((int) patience.toMillis());
        return new RawHttp2(socket);
    }

    /** Sends the one request; answers with the status, or with 0 if the request was reset. */
    public int ask(Http2Headers request, String body) throws IOException {
        return ask(request, body, END_STREAM);
    }

    /** Sends the head of the one request, with a body to follow that never comes; answers as {@link #ask} does. */
    public int askWithoutEnd(Http2Headers request) throws IOException {
        return ask(request, "", 0);
    }

    private int ask(Http2Headers request, String body, int end) throws IOException {
        ByteBuf block = Unpooled.buffer();
        try {
            new DefaultHttp2HeadersEncoder().encodeHeaders(1, request, block);
            byte[] headers = new byte[block.readableBytes()];
            block.readBytes(headers);
            out.write(PREFACE.getBytes(StandardCharsets.US_ASCII));
            frame(SETTINGS, 0, 0, new byte[0]);
            frame(HEADERS, END_HEADERS, 1, headers);
            frame(DATA, end, 1, body.getBytes(StandardCharsets.UTF_8));
            out.flush();
            return status();
        } catch (Http2Exception e) {
            throw new IOException(e);
        } finally {
            block.release();
        }
    }

    private void frame(int type, int flags, int stream, byte[] payload) throws IOException {
        out.writeByte(payload.length >> 16);
        out.writeShort(payload.length);
        out.writeByte(type);
        out.writeByte(flags);
        out.writeInt(stream);
        out.write(payload);
    }

    private int status() throws IOException, Http2Exception {
        DefaultHttp2HeadersDecoder decoder = new DefaultHttp2HeadersDecoder();
        while (true) {
            int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
            int type = in.readUnsignedByte();
            int flags = in.readUnsignedByte();
            int stream = in.readInt();
            byte[] payload = in.readNBytes(length);
            if (stream == 1 && type == RESET) {
                return 0;
            }
            if (stream == 1 && type == HEADERS) {
                return Integer.parseInt(
                        decoder.decodeHeaders(1, block(payload, flags)).status().toString());
            }
        }
    }

    // Five bytes of priority may stand before it.
    private static ByteBuf block(byte[] payload, int flags) {
        ByteBuf block = Unpooled.wrappedBuffer(payload);
        return (flags & PRIORITY) == 0 ? block : block.skipBytes(5);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
