package org.segue.api;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.segue.access.Refusal;

/**
 * How large a request may be. Files to import are streamed to disk and have no limit but the disk; everything else is read
 * into memory and is small.
 */
@Singleton
class BodyLimits {

    private static final long LARGEST_BODY = 1 << 20;
    private static final String LISTENS = "/1/submit-listens";

    /** A thousand listens of the largest size that the protocol allows. */
    private static final long LARGEST_LISTENS = 1000 * 10_240 + 1024;

    private static final Pattern UPLOADS = Pattern.compile("/api/imports.*|/imports/preview");
    private static final int BEFORE_ALL_OTHERS = 1000;

    void install(@Observes Filters filters) {
        filters.register(BodyLimits::check, BEFORE_ALL_OTHERS);
    }

    private static void check(RoutingContext request) {
        if (UPLOADS.matcher(request.normalizedPath()).matches()) {
            request.next();
            return;
        }
        long largest = request.normalizedPath().equals(LISTENS) ? LARGEST_LISTENS : LARGEST_BODY;
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > largest) {
            Refusal.send(request, 413, "Content Too Large", "The body may have at most %d bytes.".formatted(largest));
            return;
        }
        request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, largest);
        request.next();
    }
}
