package org.segue.access;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** An address of the tests at which something goes wrong that nobody has thought of. */
@Singleton
class FailingRoute {

    static final String PATH = "/failing-route-of-the-tests";

    void install(@Observes Router router) {
        router.route(PATH).handler(request -> {
            throw new IllegalStateException("unthought of");
        });
    }
}
