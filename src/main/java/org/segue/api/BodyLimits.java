package org.segue.api;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.segue.access.Refusal;

/**
 * How large a request may be. Files to import are streamed to disk and have no limit but the disk; everything else is read
 * into memory and is small.
 */
@Singleton
class BodyLimits {

    private static final long MAX_BODY_BYTES = 1 << 20;
    private static final String LISTENS = "/1/submit-listens";

    /** A thousand listens of the largest size that the protocol allows. */
    private static final long MAX_LISTENS = 1000 * 10_240 + 1024;

    private static final String UPLOADS = "/api/imports";
    private static final String UPLOADS_OF_THE_PAGE = "/imports";
    private static final int BEFORE_ALL_OTHERS = 1000;

    void install(@Observes Filters filters) {
        filters.register(BodyLimits::check, BEFORE_ALL_OTHERS);
    }

    private static void check(RoutingContext request) {
        if (isUpload(request)) {
            request.next();
            return;
        }
        long largest = request.normalizedPath().equals(LISTENS) ? MAX_LISTENS : MAX_BODY_BYTES;
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > largest) {
            Refusal.send(request, 413, "Content Too Large", "The body may have at most %d bytes.".formatted(largest));
            return;
        }
        request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, largest);
        request.next();
    }

    private static boolean isUpload(RoutingContext request) {
        String path = request.normalizedPath();
        String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        boolean isOfThePage =
                type != null && type.startsWith("multipart/form-data") && path.equals(UPLOADS_OF_THE_PAGE);
        return isOfThePage || path.startsWith(UPLOADS);
    }
}
