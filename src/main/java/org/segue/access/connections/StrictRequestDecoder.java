package org.segue.access.connections;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.util.List;

/**
 * Vert.x' decoder, which refuses requests that say in more than one way, or in a strange one, where their body ends: a proxy in
 * front may find another end and take for two requests what is one here (RFC 9112, 6.1).
 */
final class StrictRequestDecoder extends VertxHttpRequestDecoder {

    StrictRequestDecoder(HttpServerOptions options) {
        super(options);
    }

    // The decoder asks this when all headers are there, before it looks for the body's end.
    @Override
    protected boolean isContentAlwaysEmpty(HttpMessage message) {
        if (message != null && !isClear(message)) {
            throw new IllegalArgumentException("Transfer-Encoding other than chunked");
        }
        return super.isContentAlwaysEmpty(message);
    }

    private static boolean isClear(HttpMessage message) {
        HttpHeaders headers = message.headers();
        List<String> encodings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
        if (encodings.isEmpty()) {
            return true;
        }
        return encodings.size() == 1
                && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(encodings.get(0))
                && !headers.contains(HttpHeaderNames.CONTENT_LENGTH)
                && message.protocolVersion().compareTo(HttpVersion.HTTP_1_1) >= 0;
    }
}
