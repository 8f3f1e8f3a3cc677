package org.segue.access;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Which family an address belongs to: it decides how a request says who it is from, and what a refusal looks like. */
public final class PathFamily {

    private PathFamily() {}

    /** Whether it is one of the ListenBrainz protocol. */
    public static boolean isProtocol(String path) {
        return path.startsWith("/1/") || path.equals("/1");
    }

    /** Whether somebody looks at a page, or sends a page's form without script. */
    static boolean isPage(RoutingContext context) {
        String path = context.normalizedPath();
        String accept = context.request().getHeader(HttpHeaders.ACCEPT);
        return (HttpMethod.GET.equals(context.request().method()) || isForm(context.request()))
                && !isProtocol(path)
                && !path.startsWith("/api/")
                && !path.startsWith("/q/")
                && accept != null
                && accept.contains("text/html");
    }

    private static boolean isForm(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return HttpMethod.POST.equals(request.method())
                && type != null
                && type.startsWith("application/x-www-form-urlencoded");
    }

    /** The way from an address to the root, relative: Segue may live under a path of a proxy's. */
    static String toRoot(String path) {
        int depth = (int) path.chars().filter(c -> c == '/').count() - 1;
        return depth <= 0 ? "./" : "../".repeat(depth);
    }
}
