package org.segue.access.clients;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.util.List;
import org.segue.access.AccessConfig;

/**
 * Says who a client is: the other end of the connection, or whom a proxy forwards for if the connection is one of a proxy
 * that is named in {@code segue.access.proxy.addresses}. Safe for any thread.
 */
@Singleton
public class Clients {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final TrustedProxies proxies;

    Clients(AccessConfig config) {
        this.proxies = new TrustedProxies(config.proxy().addresses().orElse(List.of()));
    }

    /** Whom a request is from. */
    public ClientAddress of(HttpServerRequest request) {
        ClientAddress connection = connection(request);
        return proxies.contains(connection)
                ? proxies.client(connection, request.headers().getAll(FORWARDED_FOR))
                : connection;
    }

    /** Whether a request came over a connection of a proxy whose word counts. */
    public boolean isFromProxy(HttpServerRequest request) {
        return proxies.contains(connection(request));
    }

    /** Whether an address is one of a proxy whose word counts. */
    public boolean isProxy(ClientAddress address) {
        return proxies.contains(address);
    }

    /** The other end of a request's connection: a client, or a proxy. */
    public ClientAddress connection(HttpServerRequest request) {
        SocketAddress address = request.connection().remoteAddress();
        return address == null || address.hostAddress() == null
                ? ClientAddress.UNKNOWN
                : ClientAddress.parse(address.hostAddress()).orElse(ClientAddress.UNKNOWN);
    }
}
