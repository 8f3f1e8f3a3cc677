package org.segue.access.bodies;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import org.segue.access.Refusal;

/**
 * Reads the body of every request that may be made, before a worker thread has to do with it: files to import to disk,
 * everything else into memory. Runs behind the checks of access, so strangers fill neither.
 */
@Singleton
class Bodies {

    /** Before anything waits for access to be checked. */
    private static final int BEFORE_ALL_OTHERS = 1000;

    /** Quarkus checks access at 100. */
    private static final int BEHIND_ACCESS = 50;

    private static final Set<HttpMethod> WITHOUT_BODY = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final BodyMemory memory;
    private final Uploads uploads;

    Bodies(BodyMemory memory, Uploads uploads) {
        this.memory = memory;
        this.uploads = uploads;
    }

    void install(@Observes Filters filters) {
        filters.register(Bodies::check, BEFORE_ALL_OTHERS);
        filters.register(this::read, BEHIND_ACCESS);
    }

    // What says itself that it is too large is told so at once.
    private static void check(RoutingContext request) {
        BodyRule rule = BodyRule.of(request);
        if (!Uploads.isUpload(request) && length(request.request()) > rule.maxBytes()) {
            refuse(request, rule);
        } else {
            request.next();
        }
    }

    private void read(RoutingContext request) {
        if (!hasBody(request.request())) {
            request.next();
        } else if (Uploads.isUpload(request)) {
            uploads.receive(request);
        } else {
            new BodyReading(request, BodyRule.of(request), memory, client(request.request())).begin();
        }
    }

    private static String client(HttpServerRequest request) {
        SocketAddress address = request.remoteAddress();
        return String.valueOf(address == null ? null : address.hostAddress());
    }

    private static boolean hasBody(HttpServerRequest request) {
        if (WITHOUT_BODY.contains(request.method())) {
            return false;
        }
        long length = length(request);
        boolean endsLater = request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || request.version() == HttpVersion.HTTP_2 && !request.isEnded();
        return length > 0 || length < 0 && endsLater;
    }

    /** What a request says of the length of its body; -1 if nothing. */
    static long length(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? -1 : Long.parseLong(length);
    }

    static void refuse(RoutingContext request, BodyRule rule) {
        Refusal.send(
                request, 413, "Content Too Large", "The body may have at most %d bytes.".formatted(rule.maxBytes()));
    }
}
