package org.segue.access;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.segue.access.clients.Clients;
import org.segue.catalog.AmbiguousNameException;
import org.segue.catalog.Catalog;

/** Users that a proxy in front has signed in: its word counts if it comes from a named address, and nobody else's does. */
@Singleton
class ProxyUsers {

    private final Catalog catalog;
    private final Clients clients;
    private final List<String> administrators;
    private final String header;

    ProxyUsers(AccessConfig config, Catalog catalog, Clients clients) {
        this.catalog = catalog;
        this.clients = clients;
        this.administrators = config.proxy().administrators().orElse(List.of());
        this.header = config.proxy().userHeader();
    }

    // Made at the start, so that a wrong address ends it.
    void start(@Observes StartupEvent event) {}

    /** Whom the proxy names; nobody if it is not there or names nobody whom Segue knows. */
    Uni<Optional<Caller>> callerOf(HttpServerRequest request) {
        List<String> names = request.headers().getAll(header);
        // Two headers: one of them is not the proxy's.
        if (names.size() != 1 || !clients.isFromProxy(request)) {
            return Uni.createFrom().item(Optional.empty());
        }
        String name = names.get(0);
        if (administrators.contains(name)) {
            return Uni.createFrom().item(Optional.of(Caller.ADMINISTRATOR));
        }
        return Uni.createFrom()
                .completionStage(catalog.personExactly(name))
                .onFailure(AmbiguousNameException.class)
                .recoverWithItem(Optional.empty())
                .emitOn(eventLoop())
                .map(user -> user.map(found -> Caller.user(found.id(), found.publicId())));
    }

    // A request is its event loop's alone: what refuses it must not look at it while it is being read.
    private static Executor eventLoop() {
        Context loop = Objects.requireNonNull(Vertx.currentContext(), "requests are identified on an event loop");
        return command -> loop.runOnContext(ignored -> command.run());
    }
}
