package org.segue.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.segue.access.clients.Clients;

/**
 * Counts the requests of each address that are not answered yet, and refuses those above a number: one client that asks faster
 * than it listens, or stalls in the middle of bodies, leaves the others their share. What a refused player sends it sends again.
 */
@Singleton
class OpenRequests {

    private static final String COUNTED = OpenRequests.class.getName();
    private static final int BEFORE_ALL_OTHERS = 1200;

    private final Map<String, Integer> open = new ConcurrentHashMap<>();
    private final int most;
    private final Clients clients;

    OpenRequests(AccessConfig config, Clients clients) {
        this.most = config.requestsPerAddress();
        this.clients = clients;
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
        String address = clients.of(request.request()).network();
        int now = open.merge(address, 1, Integer::sum);
        request.put(COUNTED, true);
        request.addEndHandler(ended -> open.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1));
        if (now > most) {
            Refusal.send(
                    request,
                    503,
                    "Service Unavailable",
                    "More than %d requests of your address wait for their answers.".formatted(most));
        } else {
            request.next();
        }
    }
}
