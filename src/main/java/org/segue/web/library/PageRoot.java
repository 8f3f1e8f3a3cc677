package org.segue.web.library;

import io.vertx.core.http.HttpServerRequest;

/** The way from a page or a form to the home page: Segue may live under a path of a proxy's. */
final class PageRoot {

    private PageRoot() {}

    /** The relative way to the home page from the address of a request. */
    static String of(HttpServerRequest http) {
        long depth = http.path().chars().filter(c -> c == '/').count() - 1;
        return depth <= 0 ? "./" : "../".repeat((int) depth);
    }
}
