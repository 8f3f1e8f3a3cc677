package org.segue.access.clients;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Leaves the worker threads to all clients: of each only so many requests are worked on at the same time. The others wait in line
 * without a thread, and go on in the order in which they came. Event streams, which hold no thread, do not count.
 */
@Singleton
class WorkerShares {

    /** Access is checked at 100, and bodies are read at 50. */
    private static final int BEHIND_BODIES = 25;

    private final Clients clients;
    private final int share;
    private final Map<String, WorkLine<Waiting>> lines = new ConcurrentHashMap<>();

    WorkerShares(Clients clients, Limits limits) {
        this.clients = clients;
        this.share = limits.workersPerAddress();
    }

    private record Waiting(RoutingContext request, Context context, String network) {}

    void install(@Observes Filters filters) {
        filters.register(this::lineUp, BEHIND_BODIES);
    }

    private void lineUp(RoutingContext request) {
        if (EventStreams.isOne(request)) {
            request.next();
            return;
        }
        String network = clients.of(request.request()).network();
        Waiting waiting = new Waiting(request, Vertx.currentContext(), network);
        boolean mayGoOn = enter(waiting);
        RequestWork.of(request).onceOver(() -> leave(waiting));
        if (mayGoOn) {
            goOn(waiting);
        }
    }

    private void goOn(Waiting waiting) {
        if (RequestWork.of(waiting.request()).begin()) {
            waiting.request().next();
        } else {
            leave(waiting);
        }
    }

    private boolean enter(Waiting waiting) {
        boolean[] mayGoOn = new boolean[1];
        lines.compute(waiting.network(), (key, known) -> {
            WorkLine<Waiting> line = known == null ? new WorkLine<>(share) : known;
            mayGoOn[0] = line.enter(waiting);
            return line;
        });
        return mayGoOn[0];
    }

    private void leave(Waiting left) {
        lines.computeIfPresent(left.network(), (key, line) -> {
            line.leave(left).ifPresent(next -> next.context().runOnContext(turn -> goOn(next)));
            return line.isEmpty() ? null : line;
        });
    }
}
