package org.segue.access.bodies;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.segue.access.Refusal;
import org.segue.access.clients.Clients;

/**
 * Reads the body of every request that may be made, before a worker thread has to do with it: files to import to disk,
 * everything else into memory. Runs behind the checks of access, so strangers fill neither.
 */
@Singleton
class Bodies {

    /** Before anything waits for access to be checked. */
    private static final int BEFORE_ALL_OTHERS = 1000;

    /** Quarkus checks access at 100. */
    static final int BEHIND_ACCESS = 50;

    private static final int LOOKS = 100;
    private static final long MILLIS_BETWEEN_LOOKS = 20;

    private final BodyMemory memory;
    private final Uploads uploads;
    private final Clients clients;

    Bodies(BodyMemory memory, Uploads uploads, Clients clients) {
        this.memory = memory;
        this.uploads = uploads;
        this.clients = clients;
    }

    void install(@Observes Filters filters) {
        filters.register(Bodies::check, BEFORE_ALL_OTHERS);
        filters.register(this::read, BEHIND_ACCESS);
    }

    // What says itself that it is too large is told so at once.
    private static void check(RoutingContext request) {
        BodyRule rule = BodyRule.of(request);
        String packed = Gzip.unknown(request.request());
        if (packed != null && !Uploads.isUpload(request) && RequestBody.isIn(request.request())) {
            request.response().putHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
            Refusal.send(
                    request, 415, "Unsupported Media Type", "A body may be packed with gzip, and in no other way.");
        } else if (!Uploads.isUpload(request) && RequestBody.length(request.request()) > rule.maxBytes()) {
            refuse(request, rule);
        } else {
            request.next();
        }
    }

    private void read(RoutingContext request) {
        if (!RequestBody.isIn(request.request())) {
            request.next();
        } else if (RequestBody.isEndless(request.request())) {
            awaitItsEnd(request, LOOKS);
        } else if (Uploads.isUpload(request)) {
            uploads.receive(request);
        } else {
            new BodyReading(
                            request,
                            BodyRule.of(request),
                            memory,
                            clients.of(request.request()).network())
                    .begin();
        }
    }

    // What is small has come as a whole within a moment, without being read.
    private void awaitItsEnd(RoutingContext request, int looks) {
        if (!RequestBody.isEndless(request.request())) {
            request.next();
        } else if (looks > 0) {
            request.vertx().setTimer(MILLIS_BETWEEN_LOOKS, look -> awaitItsEnd(request, looks - 1));
        } else {
            Refusal.send(
                    request,
                    411,
                    "Length Required",
                    "Over HTTP/2 the header Content-Length must say how long the body is.");
        }
    }

    static void refuse(RoutingContext request, BodyRule rule) {
        Refusal.send(
                request, 413, "Content Too Large", "The body may have at most %d bytes.".formatted(rule.maxBytes()));
    }
}
