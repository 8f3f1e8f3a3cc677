package org.segue.access.connections;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Shows every connection to a server of this process, HTTP is the only one, as soon as it is accepted: Vert.x and Quarkus show none before its
 * first request. Vert.x loads this as a service, see {@code META-INF/services}; it needs the transport of the JDK, the only one that
 * Segue brings.
 */
@RegisterForReflection
public final class ConnectionWatch implements VertxServiceProvider {

    private static volatile @Nullable Consumer<Channel> watcher;

    /** For Vert.x. */
    public ConnectionWatch() {}

    /** From now on, shows it each connection, of which nothing has been read. */
    static void use(Consumer<Channel> shown) {
        watcher = shown;
    }

    @Override
    public void init(VertxBuilder builder) {
        if (builder.findTransport() instanceof JDKTransport) {
            builder.findTransport(new WatchedTransport());
        }
    }

    private static final class WatchedTransport extends JDKTransport {
        @Override
        public void configure(NetServerOptions options, boolean isDomainSocket, ServerBootstrap bootstrap) {
            super.configure(options, isDomainSocket, bootstrap);
            bootstrap.handler(new AcceptedConnections());
        }
    }

    /** Stands before what gives an accepted connection its first reader. */
    @Sharable
    private static final class AcceptedConnections extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object accepted) {
            Consumer<Channel> present = watcher;
            if (present != null && accepted instanceof Channel connection) {
                present.accept(connection);
            }
            context.fireChannelRead(accepted);
        }
    }
}
