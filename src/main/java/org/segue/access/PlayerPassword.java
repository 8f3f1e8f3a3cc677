package org.segue.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What players of Last.fm's protocols make of a token that is their password: its MD5, in hexadecimal. Older ones send nothing
 * but a hash of that, so who knows it can sign in as they do, and no other way: it leads to the key of a session, not to the
 * token, which is random and too long to be found by trying.
 *
 * @param md5 32 digits in lower case
 */
record PlayerPassword(String md5) {

    private static final String PURPOSE = "Segue: session of a player of Last.fm's protocols";
    private static final int KEY_LENGTH = 32;

    /** Of a token. */
    static PlayerPassword of(String token) {
        return new PlayerPassword(md5(token));
    }

    /** MD5 of a text, in hexadecimal. */
    static String md5(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java has MD5", e);
        }
    }

    /** The key of the sessions that this password opens, always the same: no player shuts out another. */
    String sessionKey() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(md5.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            byte[] key = mac.doFinal(PURPOSE.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(key).substring(0, KEY_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java has HMAC", e);
        }
    }

    /**
     * Whether somebody knows it.
     *
     * @param sent MD5, in hexadecimal of any case, of what is made of it
     * @param made what is made of it, before it is hashed
     */
    boolean isProven(String sent, UnaryOperator<String> made) {
        byte[] expected = md5(made.apply(md5)).getBytes(StandardCharsets.US_ASCII);
        byte[] told = sent.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, told);
    }

    /** Not the password. */
    @Override
    public String toString() {
        return "PlayerPassword";
    }
}
