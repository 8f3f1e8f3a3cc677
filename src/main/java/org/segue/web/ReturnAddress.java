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

    /**
     * The page again, told what was said of one of its songs, so that it can offer to undo that.
     *
     * @param address behind the root
     * @param verdict love, dislike, ban, or none for what was undone
     * @param song public id
     * @param user public id of the user whose feedback it is
     */
    public static String saying(String address, @Nullable String verdict, String song, @Nullable String user) {
        return address + (address.contains("?") ? '&' : '?') + "said=" + FieldText.encoded(FieldText.typed(verdict))
                + "&on=" + FieldText.encoded(song) + "&by=" + FieldText.encoded(FieldText.typed(user));
    }
}
