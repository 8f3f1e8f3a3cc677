package org.segue.access.connections;

import io.netty.channel.Channel;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import org.segue.access.AccessConfig;
import org.segue.access.clients.ClientAddress;
import org.segue.access.clients.Clients;
import org.segue.access.clients.Limits;

/**
 * Watches every connection to Segue's HTTP server: no client has more than its share of them, and none takes longer than it may.
 * Quarkus asks it before it makes the server, so that no connection is missed.
 */
@Singleton
public class ConnectionGuard implements HttpServerOptionsCustomizer {

    private final Clients clients;
    private final ConnectionCounts counts;
    private final Deadlines deadlines;

    ConnectionGuard(AccessConfig config, Clients clients, Limits limits) {
        this.clients = clients;
        this.counts = new ConnectionCounts(limits.connections());
        this.deadlines = Deadlines.of(config.deadlines());
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        watch(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        watch(options);
    }

    // Both servers read heads with the same options.
    private void watch(HttpServerOptions options) {
        ConnectionWatch.use(channel -> watch(channel, options));
    }

    private void watch(Channel channel, HttpServerOptions options) {
        if (channel.remoteAddress() instanceof InetSocketAddress remote) {
            ClientAddress client = ClientAddress.of(remote.getAddress());
            new ClientConnection(
                            counts.placeFor(client, clients.isProxy(client)),
                            deadlines,
                            () -> new StrictRequestDecoder(options))
                    .watch(channel);
        }
    }
}
