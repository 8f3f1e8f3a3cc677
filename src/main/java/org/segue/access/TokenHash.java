package org.segue.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What is kept of a token: its SHA-256. The tokens that Segue makes are random, so nothing slower is needed; one that is
 * configured is never stored at all.
 */
final class TokenHash {

    private static final int SECRET_BYTES = 32;

    private final byte[] hash;

    private TokenHash(byte[] hash) {
        this.hash = hash;
    }

    /** Of a token. */
    static TokenHash of(String token) {
        try {
            return new TokenHash(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    /** As it was stored. */
    static TokenHash stored(String hex) {
        return new TokenHash(HexFormat.of().parseHex(hex));
    }

    /** A secret that nobody can guess, in hexadecimal. */
    static String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        // Not in a static field: a native image would be built with it, seed and all.
        new SecureRandom().nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    /** As it is stored. */
    String hex() {
        return HexFormat.of().formatHex(hash);
    }

    /** Compares in a time that does not tell how much is alike. */
    boolean matches(TokenHash other) {
        return MessageDigest.isEqual(hash, other.hash);
    }
}
