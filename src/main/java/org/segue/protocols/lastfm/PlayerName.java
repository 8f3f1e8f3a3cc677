package org.segue.protocols.lastfm;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a program calls itself. */
final class PlayerName {

    /** Version and what follows it tell nothing of who it is. */
    private static final Pattern PRODUCT = Pattern.compile("[A-Za-z][A-Za-z0-9._+-]{0,63}");

    private PlayerName() {}

    /** The first product of a {@code User-Agent}, or a client's id; empty if it is none. */
    static String of(@Nullable String text) {
        Matcher product = PRODUCT.matcher(text == null ? "" : text);
        return product.lookingAt() ? product.group() : "";
    }
}
