package org.segue.access.clients;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.segue.access.AccessConfig;

/** How much there is of what all clients share, and how much of it one network of clients may hold. */
@Singleton
public class Limits {

    /** What Quarkus has if nothing is set. */
    private static final int MIN_WORKERS = 200;

    private static final int WORKERS_PER_PROCESSOR = 8;

    private final AccessConfig config;
    private final int connections;
    private final int workers;

    Limits(
            AccessConfig config,
            @ConfigProperty(name = "quarkus.http.limits.max-connections") Optional<Integer> connections,
            @ConfigProperty(name = "quarkus.thread-pool.max-threads") Optional<Integer> workers) {
        this.config = config;
        this.connections = connections.filter(most -> most > 0).orElse(Integer.MAX_VALUE);
        this.workers = workers.orElseGet(() -> Math.max(
                MIN_WORKERS, WORKERS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors()));
    }

    /** Connections. */
    public Shares connections() {
        return new Shares(connections, config.connectionsPerAddress().orElse(half(connections)));
    }

    /** Requests that are not answered yet. */
    Shares requests() {
        return new Shares(config.requests(), requestsPerAddress());
    }

    int requestsPerAddress() {
        return config.requestsPerAddress().orElse(half(config.requests()));
    }

    /** Requests of one network that are being worked on at the same time. */
    int workersPerAddress() {
        return config.workersPerAddress().orElse(Math.max(1, workers / 4));
    }

    /** Event streams. */
    Shares eventStreams() {
        return new Shares(Integer.MAX_VALUE, config.eventStreamsPerAddress());
    }

    private static int half(int all) {
        return Math.max(1, all / 2);
    }
}
