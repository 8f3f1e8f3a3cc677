package org.segue.access;

import io.vertx.core.MultiMap;
import io.vertx.core.net.HostAndPort;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.segue.access.clients.ClientAddress;

/**
 * Tells whether a request is of a browser on the same machine. A proxy in front connects from there as well: it shows by the headers
 * that it adds, or by the name that it was asked for.
 */
final class LocalRequest {

    private static final Pattern ADDRESS = Pattern.compile("127(\\.\\d{1,3}){3}|::1");
    private static final Pattern NAME =
            Pattern.compile("(.+\\.)?localhost|127(\\.\\d{1,3}){3}|\\[?::1]?", Pattern.CASE_INSENSITIVE);
    private static final Set<String> OF_PROXIES = Set.of("forwarded", "via", "x-real-ip");

    private LocalRequest() {}

    /**
     * Whether it is.
     *
     * @param connection the other end of the connection
     * @param authority which host was asked for, null if none was named
     */
    static boolean isLocal(ClientAddress connection, @Nullable HostAndPort authority, MultiMap headers) {
        return ADDRESS.matcher(connection.text()).matches()
                && authority != null
                && NAME.matcher(authority.host()).matches()
                && headers.names().stream().noneMatch(LocalRequest::isOfProxy);
    }

    private static boolean isOfProxy(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return OF_PROXIES.contains(name) || name.startsWith("x-forwarded-");
    }
}
