package org.segue.access.clients;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.segue.access.Refusal;

/** Counts answers that go on and on, and refuses those above a client's share. */
@Singleton
class EventStreams {

    /** Access is checked at 100. */
    private static final int BEHIND_ACCESS = 40;

    private static final String RETRY_SECONDS = "10";

    private final Clients clients;
    private final Shares places;

    EventStreams(Clients clients, Limits limits) {
        this.clients = clients;
        this.places = limits.eventStreams();
    }

    void install(@Observes Filters filters) {
        filters.register(this::count, BEHIND_ACCESS);
    }

    /** Whether a request asks for one. */
    static boolean isOne(RoutingContext request) {
        String path = request.normalizedPath();
        return request.request().method().equals(HttpMethod.GET)
                && path.startsWith("/api/")
                && path.endsWith("/events");
    }

    private void count(RoutingContext request) {
        ClientAddress client = clients.of(request.request());
        if (!isOne(request)) {
            request.next();
        } else if (places.take(client)) {
            RequestWork.of(request).onceOver(() -> places.giveBack(client));
            request.next();
        } else {
            request.response().putHeader("Retry-After", RETRY_SECONDS);
            Refusal.send(request, 429, "Too Many Requests", "Your address follows too many jobs at the same time.");
        }
    }
}
