package org.segue.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a form leads back to, as it was sent: one of our own pages, from the root on, or nowhere in particular. */
public final class ReturnAddress {

    /** What stands in an address of a page behind the root; nothing that leads elsewhere or ends a header. */
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9?][A-Za-z0-9._~:@!$&'()*+,=%/?-]{0,1999}");

    private ReturnAddress() {}

    /** The address, to be put behind the way to the root; empty for the root itself and for what is none. */
    public static String of(@Nullable String sent) {
        return sent != null && ADDRESS.matcher(sent).matches() ? sent : "";
    }
}
