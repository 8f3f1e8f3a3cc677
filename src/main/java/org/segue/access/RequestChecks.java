package org.segue.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.segue.access.clients.Clients;

/**
 * Looks at every request first: brings its path into the one form that rules are made for, and refuses unknown hosts and
 * what pages of other origins would have a browser change here. The ListenBrainz protocol is let through: it goes by a token
 * that no browser sends by itself. Of Last.fm's protocols everything is refused to such pages, for a form can speak them.
 */
@Singleton
class RequestChecks {

    /** Why a request is refused that names no host, several, or something that is none. */
    static final String NO_HOST = "A request must name one host, in its Host header.";

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String PROTOCOL_ALIAS = "/apis/listenbrainz/1/";

    /** Players of Audioscrobbler 1.2 sign in where the form for people is. */
    private static final Pattern HANDSHAKE = Pattern.compile("(?:.*&)?hs=true(?:&.*)?");

    private static final int BEFORE_ALL_OTHERS = 1100;

    private final HostNames hosts;
    private final ForeignPages foreignPages;

    RequestChecks(AccessConfig config, Clients clients) {
        this.hosts = new HostNames(config.hosts().orElse(List.of()));
        this.foreignPages = new ForeignPages(hosts, clients);
    }

    void install(@Observes Filters filters) {
        filters.register(this::check, BEFORE_ALL_OTHERS);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = isHandshake(request, context.normalizedPath()) ? "/1.2" : canonical(context.normalizedPath());
        HostAndPort host = request.authority();
        if (isHostUnclear(request)) {
            Refusal.send(context, 400, "Bad Request", NO_HOST);
        } else if (path.indexOf(';') >= 0) {
            Refusal.send(context, 400, "Bad Request", "An address has no \";\" here.");
        } else if (host != null && !hosts.isAllowed(host.host())) {
            Refusal.send(
                    context,
                    403,
                    "Forbidden",
                    "Segue does not know itself under this name: add it to segue.access.hosts.");
        } else if (!path.equals(request.path())) {
            String query = request.query();
            context.reroute(query == null ? path : path + '?' + query);
        } else {
            if (PathFamily.isProtocol(path) || PathFamily.isLastFm(path)) {
                // Players get what their protocol has, whatever they say that they take: browsers' say HTML.
                request.headers().set(HttpHeaders.ACCEPT, "*/*");
            }
            foreign(request, path).ifPresentOrElse(why -> Refusal.send(context, 403, "Forbidden", why), context::next);
        }
    }

    // Programs that speak HTTP/1.0 may leave the host out; HTTP/2 has it beside the headers.
    private static boolean isHostUnclear(HttpServerRequest request) {
        List<String> named = request.headers().getAll(HttpHeaders.HOST);
        boolean maySayNothing = HttpVersion.HTTP_1_0.equals(request.version()) && named.isEmpty();
        return named.size() > 1 || (request.authority() == null && !maySayNothing);
    }

    private Optional<String> foreign(HttpServerRequest request, String path) {
        boolean isLetThrough = PathFamily.isProtocol(path) || READING.contains(request.method());
        return isLetThrough && !PathFamily.isLastFm(path) ? Optional.empty() : foreignPages.refusal(request);
    }

    private static boolean isHandshake(HttpServerRequest request, String path) {
        String query = request.query();
        return HttpMethod.GET.equals(request.method())
                && path.equals("/")
                && query != null
                && HANDSHAKE.matcher(query).matches();
    }

    // Players put slashes behind and before the protocol's paths.
    private static String canonical(String normalized) {
        String path = normalized.startsWith(PROTOCOL_ALIAS)
                ? "/1/" + normalized.substring(PROTOCOL_ALIAS.length())
                : normalized;
        return PathFamily.isProtocol(path) && path.length() > 3 && path.endsWith("/")
                ? path.substring(0, path.length() - 1)
                : path;
    }
}
