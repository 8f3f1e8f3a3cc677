package org.segue.access;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Segue's own origin for the browser that sent a request: what the request says of scheme, host and port, or what the proxy says
 * that passed it on.
 *
 * @param origin the origin
 * @param saysPort whether the port was said; else it is the scheme's
 */
record OwnOrigin(Origin origin, boolean saysPort) {

    private static final Predicate<String> IS_PORT = Pattern.compile("\\d{1,5}").asMatchPredicate();
    private static final Predicate<String> IS_SCHEME =
            Pattern.compile("https?", Pattern.CASE_INSENSITIVE).asMatchPredicate();

    /**
     * That of a request; empty if it names no host.
     *
     * @param hosts names that a proxy may pass on: it may do so with any that it was asked for
     * @param proxied whether the {@code X-Forwarded} headers count
     */
    static Optional<OwnOrigin> of(HttpServerRequest request, HostNames hosts, boolean proxied) {
        Forwarded forwarded = new Forwarded(request, proxied);
        String scheme = forwarded.last("Proto", IS_SCHEME).orElse(request.isSSL() ? "https" : "http");
        return forwarded
                .last("Host", hosts::isAllowed)
                .flatMap(OwnOrigin::authority)
                .or(() -> Optional.ofNullable(request.authority()))
                .flatMap(host -> of(scheme, host, forwarded.last("Port", IS_PORT)));
    }

    private static Optional<OwnOrigin> of(String scheme, HostAndPort host, Optional<String> forwardedPort) {
        String port = host.port() >= 0 ? String.valueOf(host.port()) : forwardedPort.orElse("");
        return Origin.parse(scheme + "://" + host.host() + (port.isEmpty() ? "" : ":" + port))
                .map(origin -> new OwnOrigin(origin, !port.isEmpty()));
    }

    private static Optional<HostAndPort> authority(String host) {
        return Optional.ofNullable(HostAndPort.parseAuthority(host, -1));
    }

    /** The {@code X-Forwarded} headers of a request, or none if they do not count. */
    private record Forwarded(HttpServerRequest request, boolean counts) {

        // What stands before the last comma was there before the proxy came.
        Optional<String> last(String what, Predicate<String> isUnderstood) {
            List<String> values = counts ? request.headers().getAll("X-Forwarded-" + what) : List.of();
            if (values.isEmpty()) {
                return Optional.empty();
            }
            String value = values.get(values.size() - 1);
            return Optional.of(value.substring(value.lastIndexOf(',') + 1).strip())
                    .filter(isUnderstood);
        }
    }
}
