package org.segue.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The page that a form leads back to: one of ours, never another site. */
public final class ReturnAddress {

    /** An address behind the root; nothing that leads to another site or ends a header. */
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9?][A-Za-z0-9._~:@!$&'()*+,=%/?-]{0,1999}");

    private ReturnAddress() {}

    /** The address relative to the root; empty for the root itself and for anything else. */
    public static String of(@Nullable String sent) {
        return sent != null && ADDRESS.matcher(sent).matches() ? sent : "";
    }
}
