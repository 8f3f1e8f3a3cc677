package org.segue.access;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names under which Segue may be reached. A page of another site can have its own name point here, and would then be of the
 * same origin: so only addresses count, names that no outsider can own, and those that are configured. Immutable.
 */
final class HostNames {

    private static final Pattern ADDRESS = Pattern.compile("\\[[0-9a-f:.%]+]|\\d{1,3}(?:\\.\\d{1,3}){3}");
    private static final Pattern NAME = Pattern.compile("[^\\s/:@?#]+(?::\\d{1,5})?");

    /** Suffixes that are resolved at home or nowhere. */
    private static final List<String> HOME = List.of(".local", ".localhost", ".lan", ".internal", ".home.arpa");

    private final Set<String> names = new HashSet<>();
    private final Set<Origin> origins = new HashSet<>();

    /**
     * The names of a setting.
     *
     * @param configured the value of {@code segue.access.hosts}: names and whole origins
     * @throws IllegalStateException if one of them is neither
     */
    HostNames(List<String> configured) {
        configured.stream().map(String::strip).filter(host -> !host.isEmpty()).forEach(this::add);
    }

    private void add(String host) {
        Optional<Origin> origin = Origin.parse(host.endsWith("/") ? host.substring(0, host.length() - 1) : host);
        if (origin.isPresent()) {
            origins.add(origin.get());
            names.add(origin.get().host());
        } else if (NAME.matcher(host).matches()) {
            names.add(withoutPort(host).toLowerCase(Locale.ROOT));
        } else {
            throw new IllegalStateException(
                    "segue.access.hosts has \"%s\": expected is a name such as music.example.org, or an origin such as https://music.example.org"
                            .formatted(host));
        }
    }

    /** Whether a {@code Host} header names one, whatever port stands behind it. */
    boolean isAllowed(String host) {
        String name = withoutPort(host).toLowerCase(Locale.ROOT);
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        return names.contains(name)
                || ADDRESS.matcher(name).matches()
                || (!name.isEmpty() && name.indexOf('.') < 0)
                || HOME.stream().anyMatch(name::endsWith);
    }

    /** Whether pages of an origin are Segue's own because a setting says so, whatever host was asked for. */
    boolean isConfigured(Origin origin) {
        return origins.contains(origin);
    }

    private static String withoutPort(String host) {
        int port = host.lastIndexOf(':');
        // A colon inside brackets is one of an IPv6 address.
        return port > host.lastIndexOf(']') ? host.substring(0, port) : host;
    }
}
