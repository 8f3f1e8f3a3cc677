package org.segue.library;

import java.net.URI;
import java.net.URISyntaxException;

/** Addresses of servers as people type them. */
public final class ServerAddress {

    private static final int MAX_LENGTH = 500;

    private ServerAddress() {}

    /**
     * The address, without slashes at its end.
     *
     * @param typed what somebody has typed
     * @throws IllegalArgumentException with a sentence if it is none that a server can have
     */
    public static URI of(String typed) {
        String text = typed.strip().replaceAll("/+$", "");
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("An address has at most %d characters.".formatted(MAX_LENGTH));
        }
        try {
            URI address = new URI(text);
            boolean isHttp =
                    "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            if (!isHttp || address.getHost() == null || address.getPort() > 65_535) {
                throw new IllegalArgumentException("Expected an address like http://music.home:4533.");
            }
            if (address.getRawUserInfo() != null || address.getRawQuery() != null || address.getRawFragment() != null) {
                throw new IllegalArgumentException(
                        "The address must have no password, question mark or # in it: a login says who signs in.");
            }
            return address;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Expected an address like http://music.home:4533.", e);
        }
    }
}
