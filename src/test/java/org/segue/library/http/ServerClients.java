package org.segue.library.http;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;

/** Makes clients for tests without a container. */
public final class ServerClients {

    private static final Vertx VERTX = Vertx.vertx();

    private ServerClients() {}

    /** A client that waits for answers as the service does. */
    public static ServerClient patient() {
        return of(Duration.ofSeconds(30), 1);
    }

    /** A client that waits for an answer so long, of a service at such a port. */
    static ServerClient of(Duration patience, int ownPort) {
        return new ServerClient(VERTX, addresses(ownPort), patience);
    }

    /** The addresses that a service at such a port calls. */
    static AllowedAddresses addresses(int ownPort) {
        return new AllowedAddresses(new SmallRyeConfigBuilder()
                .withDefaultValues(Map.of("quarkus.http.port", String.valueOf(ownPort)))
                .build());
    }
}
