package org.segue.access.bodies;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.segue.access.Refusal;
import org.segue.access.clients.Clients;
import org.segue.access.clients.RequestWork;

/**
 * Lets few answers at a time be written that are large and take as long as their reader takes: each holds a worker thread and
 * some megabytes. The others wait without either.
 */
@Singleton
class StreamedAnswers {

    private static final Pattern EXPORT = Pattern.compile("/api/users/[^/]+/export/?");
    private static final int AT_A_TIME = 8;
    private static final long PATIENCE_MILLIS = 60_000;
    private static final String RETRY_SECONDS = "30";

    private final Budget places = new Budget(AT_A_TIME);
    private final Clients clients;

    StreamedAnswers(Clients clients, MeterRegistry metrics) {
        this.clients = clients;
        metrics.gauge("segue.exports.waiting", places, Budget::waiting);
    }

    void install(@Observes Filters filters) {
        filters.register(this::admit, Bodies.BEHIND_ACCESS);
    }

    /** A place for each that is written now. */
    Budget places() {
        return places;
    }

    private void admit(RoutingContext request) {
        if (!HttpMethod.GET.equals(request.request().method())
                || !EXPORT.matcher(request.normalizedPath()).matches()) {
            request.next();
            return;
        }
        RequestBody here = new RequestBody(request.request());
        Budget.Part place =
                places.part(clients.of(request.request()).network(), 1, () -> here.run(() -> proceed(request)));
        request.addEndHandler(ended -> leave(place));
        RequestWork.onceOver(request, place::giveBack);
        place.ask();
        if (place.isWaiting()) {
            request.vertx().setTimer(PATIENCE_MILLIS, timer -> refuseIfWaiting(request, place));
        }
    }

    private static void leave(Budget.Part place) {
        if (place.isWaiting()) {
            place.giveBack();
        }
    }

    private static void proceed(RoutingContext request) {
        if (!request.response().closed()) {
            request.next();
        }
    }

    private static void refuseIfWaiting(RoutingContext request, Budget.Part place) {
        if (place.isWaiting()) {
            place.giveBack();
            request.response().putHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            Refusal.send(
                    request, 503, "Service Unavailable", "Too many exports are being written. Ask again in a minute.");
        }
    }
}
