package org.segue.access.clients;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.segue.access.Refusal;
import org.segue.access.connections.ClientConnection;

/**
 * Counts requests that are not answered yet, or whose answers were not taken, and refuses those above a number: one client that
 * asks faster than it listens, or stalls in the middle of bodies, leaves the others their share. What a refused player sends it
 * sends again.
 */
@Singleton
class OpenRequests {

    private static final String COUNTED = OpenRequests.class.getName();
    private static final int BEFORE_ALL_OTHERS = 1200;

    private final Clients clients;
    private final Shares places;
    private final int share;

    OpenRequests(Clients clients, Limits limits) {
        this.clients = clients;
        this.places = limits.requests();
        this.share = limits.requestsPerAddress();
    }

    void install(@Observes Filters filters) {
        filters.register(this::count, BEFORE_ALL_OTHERS);
    }

    private void count(RoutingContext request) {
        // A request whose path is brought into another form comes by again.
        if (request.get(COUNTED) != null) {
            request.next();
            return;
        }
        request.put(COUNTED, true);
        ClientAddress client = clients.of(request.request());
        if (places.take(client)) {
            RequestWork.of(request).onceOver(() -> onceTaken(request, () -> places.giveBack(client)));
            request.next();
        } else {
            request.response().putHeader("Retry-After", "1");
            Refusal.send(request, 503, "Service Unavailable", reason(client));
        }
    }

    private String reason(ClientAddress client) {
        return places.hasItsShare(client)
                ? "More than %d requests of your address wait for their answers.".formatted(share)
                : "Too many requests wait for their answers.";
    }

    private static void onceTaken(RoutingContext request, Runnable then) {
        ClientConnection.of(request.request())
                .ifPresentOrElse(connection -> connection.onceTaken(request.request(), then), then);
    }
}
