package org.segue.access;

import io.netty.util.NetUtil;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.segue.catalog.Catalog;

/** Users that a proxy in front has signed in: its word counts if it comes from a named address, and nobody else's does. */
@Singleton
class ProxyUsers {

    private final Catalog catalog;
    private final List<String> addresses;
    private final List<String> administrators;
    private final String header;

    ProxyUsers(AccessConfig config, Catalog catalog) {
        this.catalog = catalog;
        this.addresses = config.proxy().addresses().orElse(List.of()).stream()
                .map(ProxyUsers::canonical)
                .toList();
        this.administrators = config.proxy().administrators().orElse(List.of());
        this.header = config.proxy().userHeader();
    }

    // Made at the start, so that a wrong address ends it.
    void start(@Observes StartupEvent event) {}

    // An IPv6 address has many spellings; a name would have to be looked up.
    private static String canonical(String address) {
        InetAddress parsed = NetUtil.createInetAddressFromIpAddressString(address.strip());
        if (parsed == null) {
            throw new IllegalStateException(
                    "segue.access.proxy.addresses has \"%s\", which is no address".formatted(address));
        }
        return String.valueOf(parsed.getHostAddress());
    }

    /** Whom the proxy names; nobody if it is not there or names nobody whom Segue knows. */
    Uni<Optional<Caller>> callerOf(HttpServerRequest request) {
        List<String> names = request.headers().getAll(header);
        // Two headers: one of them is not the proxy's.
        if (names.size() != 1 || !addresses.contains(SessionCookie.address(request))) {
            return Uni.createFrom().item(Optional.empty());
        }
        String name = names.get(0);
        if (administrators.contains(name)) {
            return Uni.createFrom().item(Optional.of(Caller.ADMINISTRATOR));
        }
        return Uni.createFrom()
                .completionStage(catalog.user(name))
                .map(user -> user.map(found -> Caller.user(found.id(), found.publicId())));
    }
}
