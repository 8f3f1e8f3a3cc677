package org.segue.access;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page is from, as browsers see it: another scheme, name or port is another origin.
 *
 * @param scheme {@code http} or {@code https}
 * @param host the name or address in lower case, an IPv6 address in brackets
 * @param port the port, the scheme's own if none was written
 */
record Origin(String scheme, String host, int port) {

    private static final Pattern FORM =
            Pattern.compile("(https?)://(\\[[0-9a-f:.%]+]|[^\\s/:@\\[\\]?#]+)(?::(\\d{1,5}))?");

    /** What an {@code Origin} header or a setting says; empty if it names no page of the web, as {@code null} does. */
    static Optional<Origin> parse(String text) {
        Matcher parts = FORM.matcher(text.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        String port = parts.group(3);
        return Optional.of(new Origin(
                parts.group(1), parts.group(2), port == null ? usualPort(parts.group(1)) : Integer.parseInt(port)));
    }

    private static int usualPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    /** As it is written in a setting: without the port if that is the scheme's own. */
    @Override
    public String toString() {
        return scheme + "://" + host + (port == usualPort(scheme) ? "" : ":" + port);
    }
}
