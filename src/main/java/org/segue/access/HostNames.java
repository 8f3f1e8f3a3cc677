package org.segue.access;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names under which Segue may be reached. A page of another site can have its own name point here, and would then be of the
 * same origin: so only addresses count, names that no outsider can own, and those that are configured.
 */
final class HostNames {

    private static final Pattern ADDRESS = Pattern.compile("\\[[0-9a-f:.%]+]|\\d{1,3}(?:\\.\\d{1,3}){3}");

    /** Suffixes that are resolved at home or nowhere. */
    private static final List<String> HOME = List.of(".local", ".localhost", ".lan", ".internal", ".home.arpa");

    private final List<String> configured;

    HostNames(List<String> configured) {
        this.configured =
                configured.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    /** Whether a {@code Host} header names one, whatever port stands behind it. */
    boolean isAllowed(String host) {
        String name = withoutPort(host).toLowerCase(Locale.ROOT);
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        return configured.contains(name)
                || ADDRESS.matcher(name).matches()
                || (!name.isEmpty() && name.indexOf('.') < 0)
                || HOME.stream().anyMatch(name::endsWith);
    }

    /** The name in a host or origin, without scheme and port: a proxy in front may speak TLS. */
    static String withoutPort(String originOrHost) {
        int scheme = originOrHost.indexOf("://");
        String authority = scheme < 0 ? originOrHost : originOrHost.substring(scheme + 3);
        int port = authority.lastIndexOf(':');
        // A colon inside brackets is one of an IPv6 address.
        return port > authority.lastIndexOf(']') ? authority.substring(0, port) : authority;
    }
}
