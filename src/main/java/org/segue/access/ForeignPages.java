package org.segue.access;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.Set;
import org.segue.access.clients.Clients;

/**
 * Refuses what pages of other origins would have a browser change here. Where a page is from the browser says: in
 * {@code Sec-Fetch-Site} if the connection is a safe one, else in {@code Origin}. Programs say nothing of the kind and are let
 * through.
 */
final class ForeignPages {

    private static final Set<String> OWN = Set.of("same-origin", "none");
    private static final String OTHER_SITE = "Pages of other sites may not change anything here.";

    private final HostNames hosts;
    private final Clients clients;

    ForeignPages(HostNames hosts, Clients clients) {
        this.hosts = hosts;
        this.clients = clients;
    }

    /** Why a request that changes something is refused, in a sentence for people; empty if it is not. */
    Optional<String> refusal(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        if (origin == null && site == null) {
            return Optional.empty();
        }
        Optional<OwnOrigin> own = OwnOrigin.of(request, hosts, clients.isFromProxy(request));
        if (own.isEmpty()) {
            return Optional.of(OTHER_SITE);
        }
        if (site != null && OWN.contains(site)) {
            return Optional.empty();
        }
        return origin == null ? Optional.of(OTHER_SITE) : refusal(request, origin, own.get());
    }

    /** Whether a browser says that a page of Segue's own sent a request, by the very name that it was sent to. */
    boolean isOwn(HttpServerRequest request) {
        String header = request.getHeader("Origin");
        return header != null
                && refusal(request).isEmpty()
                && Origin.parse(header)
                        .equals(OwnOrigin.of(request, hosts, clients.isFromProxy(request))
                                .map(OwnOrigin::origin));
    }

    private Optional<String> refusal(HttpServerRequest request, String header, OwnOrigin own) {
        Optional<Origin> page = Origin.parse(header);
        if (page.isEmpty()) {
            return Optional.of(OTHER_SITE);
        }
        Origin origin = page.get();
        if (origin.equals(own.origin()) || hosts.isConfigured(origin)) {
            return Optional.empty();
        }
        return Optional.of(origin.host().equals(own.origin().host()) ? otherService(request, origin, own) : OTHER_SITE);
    }

    // Another service of the same machine, or Segue itself behind a proxy that does not say enough.
    private String otherService(HttpServerRequest request, Origin page, OwnOrigin own) {
        return "Pages of %s may not change anything at %s. If both are Segue, %s."
                .formatted(page, own.origin(), remedy(request, page, own));
    }

    private String remedy(HttpServerRequest request, Origin page, OwnOrigin own) {
        boolean saysProxy = OwnOrigin.of(request, hosts, true)
                .filter(proxied -> proxied.origin().equals(page))
                .isPresent();
        if (saysProxy) {
            return "set segue.access.proxy.addresses="
                    + clients.connection(request).text();
        }
        return !own.saysPort() && page.scheme().equals(own.origin().scheme())
                ? "tell nginx: proxy_set_header Host $http_host;"
                : "set segue.access.hosts=" + page;
    }
}
