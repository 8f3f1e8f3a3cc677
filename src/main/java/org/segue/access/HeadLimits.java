package org.segue.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * How long an address and the headers may be. The server below accepts twice as many bytes or more, since it refuses without a
 * word: who sends a little too much is told.
 */
@Singleton
class HeadLimits {

    private static final int MAX_ADDRESS = 4096;
    private static final int MAX_HEADERS = 16 << 10;

    /** Colon, blank and the end of the line. */
    private static final int BESIDE_A_HEADER = 4;

    private static final int BEFORE_ALL_OTHERS = 1150;

    void install(@Observes Filters filters) {
        filters.register(HeadLimits::check, BEFORE_ALL_OTHERS);
    }

    private static void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.uri().length() > MAX_ADDRESS) {
            Refusal.send(
                    context, 414, "URI Too Long", "The address may have at most %d characters.".formatted(MAX_ADDRESS));
        } else if (length(request) > MAX_HEADERS) {
            Refusal.send(
                    context,
                    431,
                    "Request Header Fields Too Large",
                    "The headers may have at most %d bytes.".formatted(MAX_HEADERS));
        } else {
            context.next();
        }
    }

    private static int length(HttpServerRequest request) {
        int length = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            length += header.getKey().length() + header.getValue().length() + BESIDE_A_HEADER;
        }
        return length;
    }
}
