package org.segue.access.connections;

import io.netty.channel.ChannelHandler;

/** Makes what decodes HTTP/1 on one connection. */
@FunctionalInterface
interface HttpDecoders {
    ChannelHandler newDecoder();
}
