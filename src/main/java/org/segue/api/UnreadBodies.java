package org.segue.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Reads to their end the bodies of requests that were answered before: those that are refused for their type or token. The
 * connection would stand still otherwise, and with it the next request that a player sends on it.
 */
@Singleton
class UnreadBodies {

    /**
     * Who sends more than that after the answer has to connect anew. More than the largest body that is small enough for
     * memory: who sends one that is a little too large reads why.
     */
    private static final long MAX_UNREAD = 16 << 20;

    private static final int BEFORE_ALL_OTHERS = 1001;

    void install(@Observes Filters filters) {
        filters.register(UnreadBodies::watch, BEFORE_ALL_OTHERS);
    }

    private static void watch(RoutingContext request) {
        request.addEndHandler(answered -> drain(request.request()));
        request.next();
    }

    private static void drain(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        long before = request.bytesRead();
        request.handler(piece -> {
            if (request.bytesRead() - before > MAX_UNREAD) {
                request.connection().close();
            }
        });
        request.resume();
    }
}
