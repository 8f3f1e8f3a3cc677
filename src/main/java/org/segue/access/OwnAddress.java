package org.segue.access;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where Segue was reached by a request, for addresses that leave it: behind a proxy, what the proxy says of scheme and path. */
public final class OwnAddress {

    private static final Pattern PREFIX = Pattern.compile("(?:/[A-Za-z0-9._~-]+)*");

    private OwnAddress() {}

    /** The address of the root without a slash at its end, such as {@code https://nas.local/segue}. */
    public static String of(HttpServerRequest request) {
        return (isSecure(request) ? "https" : "http") + "://" + host(request.authority()) + prefix(request);
    }

    /** Whether the request was sent encrypted, to Segue or to the proxy before it. */
    static boolean isSecure(HttpServerRequest request) {
        return request.isSSL() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
    }

    // Only very old clients name none; theirs is an address that leads nowhere else.
    private static String host(@Nullable HostAndPort authority) {
        return authority == null ? "localhost" : authority.toString();
    }

    /** The path of the root for cookies: what else a proxy serves under the same name is not to see them. */
    public static String root(HttpServerRequest request) {
        String prefix = prefix(request);
        return prefix.isEmpty() ? "/" : prefix;
    }

    /** The path of the root without a slash at its end, such as {@code /segue}; empty at the root of a host. */
    static String prefix(HttpServerRequest request) {
        String header = request.getHeader("X-Forwarded-Prefix");
        String prefix = header == null ? "" : header.strip().replaceAll("/+$", "");
        return PREFIX.matcher(prefix).matches() ? prefix : "";
    }
}
